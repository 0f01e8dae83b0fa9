"""Numbers dictated in a call, over the segments and words of its tracks."""
