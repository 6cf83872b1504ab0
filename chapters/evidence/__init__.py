"""What the chapters share: plain functions over plain tables.

`import evidence` works wherever a chapter is opened, because this folder stands beside it.
"""
