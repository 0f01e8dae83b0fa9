# What an agent is told of what was just said.

alert-danger = This person may be in danger: keep talking to them and alert the emergency services.
alert-promise = Something was promised without a date: say on which day or within what time.
