"""Reads identities in chats and calls: documents, affiliation numbers, accounts, telephones, e-mails, locators.

``written`` finds those typed in figures, ``dictated`` those said or spelled in a message, ``heard`` those that a speech
recogniser wrote down. All give an ``Identity`` with the same kinds and verdicts.
"""
