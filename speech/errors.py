"""Errors between sound and words, by who acts.

* SpeechError
  + NotAudio            the sender: another file
  + AudioTooLong        the sender: in parts
  + UnknownEncoding     the sender: one of those named
  + SpeechUnavailable   the operator: the model is missing or failed
  + CallNotFound        the client: no call has that id
  + CallEnded           the caller: the call is over, another one is begun
  + TakenOver           nobody: a newer line speaks on the same track
  + NothingHeard        the caller: no sound came for long; connect again
  + CallElsewhere       the caller: another process of this machine has the call; send it there
  + TooManyCalls        the caller: later; or the operator: more machines
  + AudioNotKept        the client: the sound of that call was not kept, or no longer is
  + SoundUnreadable     the operator: sound on disk does not open; bring its key back
  + SoundNotDeleted     the operator: the disk does not let sound go that is to be kept no longer
"""

from knowledge.errors import IsacError


class SpeechError(IsacError):
    """An error with sound or its words."""

    code = "speech_error"


class NotAudio(SpeechError):
    """The bytes hold no readable sound. Sibling: UnknownEncoding, when the declared encoding is not served."""

    code = "not_audio"


class AudioTooLong(SpeechError):
    """The sound is longer than one file may hold."""

    code = "audio_too_long"


class UnknownEncoding(SpeechError):
    """An encoding, rate or number of channels that is not served. Sibling: NotAudio, when the bytes are not in it."""

    code = "unknown_encoding"


class SpeechUnavailable(SpeechError):
    """The model is missing or failed; the sound is kept, and can be transcribed later."""

    code = "speech_unavailable"


class CallNotFound(SpeechError):
    """No call has that id."""

    code = "call_not_found"


class CallEnded(SpeechError):
    """Nothing more can be said in it, and its proof of consent stays as it is."""

    code = "call_ended"


class TakenOver(SpeechError):
    """A newer line of the same track took the place of this one."""

    code = "taken_over"


class TooManyCalls(SpeechError):
    """This machine transcribes as many calls as it may."""

    code = "too_many_calls"


class AudioNotKept(SpeechError):
    """The sound of the call was not kept, or no longer is."""

    code = "audio_not_kept"


class SoundUnreadable(SpeechError):
    """Sound on disk that was sealed with another key, or altered. Sibling: AudioNotKept, when there is none."""

    code = "sound_unreadable"


class SoundNotDeleted(SpeechError):
    """The sound is still on the disk; deleting it is tried again later."""

    code = "sound_not_deleted"


class NothingHeard(SpeechError):
    """No sound came on a line for long, so it is closed; the call goes on."""

    code = "nothing_heard"


class CallElsewhere(SpeechError):
    """Another process has the call: all that belongs to one call goes to one process."""

    code = "call_elsewhere"
