"""Neutral views: what is said and asked, without a word of any platform's format.

All text in them is plain text, some of it typed by customers and colleagues. An adapter's
renderer escapes every string it is given; nobody else ever does.
"""
