# What an agent is told of what was just said.

alert-danger = Cette personne est peut-être en danger : continuez à lui parler et prévenez les secours.
alert-promise = Une promesse a été faite sans date : dites quel jour ou dans quel délai.
