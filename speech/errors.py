"""What can go wrong between sound and words, by who acts.

* SpeechError
  + NotAudio            whoever sent it: another file
  + AudioTooLong        whoever sent it: in parts
  + UnknownEncoding     whoever sent it: one of those named
  + SpeechUnavailable   the operator: the model is missing or failed
"""

from knowledge.errors import IsacError


class SpeechError(IsacError):
    """Something about sound or its words."""

    code = "speech_error"


class NotAudio(SpeechError):
    """Bytes that hold no sound that can be read. Sibling: UnknownEncoding, when what was declared is not served."""

    code = "not_audio"


class AudioTooLong(SpeechError):
    """More than one file may hold."""

    code = "audio_too_long"


class UnknownEncoding(SpeechError):
    """An encoding, rate or number of channels that is not served. Sibling: NotAudio, when the bytes are not so."""

    code = "unknown_encoding"


class SpeechUnavailable(SpeechError):
    """The model is missing or failed; the sound is kept, and can be transcribed later."""

    code = "speech_unavailable"
