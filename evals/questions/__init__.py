"""What ``isac understand`` makes of questions nobody taught it: needs, bodies, scope, language, confidence."""
