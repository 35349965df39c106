"""What the unacceptable customer behaviour policy says, and nothing else.

Pure: no input or output, no framework, no clock and no randomness of its own.
"""
