"""Everything that touches the Bot Framework SDK: tokens in both directions, and the connector.

The SDK's support ended; docs/decisions says what a change to a successor touches: this folder.
"""
