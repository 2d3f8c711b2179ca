### Reasons that staff are asked for: chosen from buttons, or written.

reasons-stray = That can't be read as a reason. Write it in words, or choose a button.
