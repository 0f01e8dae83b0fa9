"""What can go wrong between sound and words, by who acts.

* SpeechError
  + NotAudio            whoever sent it: another file
  + AudioTooLong        whoever sent it: in parts
  + UnknownEncoding     whoever sent it: one of those named
  + SpeechUnavailable   the operator: the model is missing or failed
  + CallNotFound        whoever asks: no call has that id
  + CallEnded           whoever speaks, or has another proof of consent: the call is over, another one is begun
  + TakenOver           nobody: a newer line speaks on the same track
  + NothingHeard        whoever speaks: no sound came for long; connect again
  + CallElsewhere       whoever speaks: another process of this machine has the call; send it there
  + TooManyCalls        whoever calls: later; or the operator: more machines
  + AudioNotKept        whoever asks: the sound of that call was not kept, or no longer is
  + SoundUnreadable     the operator: sound on disk does not open; bring its key back
  + SoundNotDeleted     the operator: the disk does not let sound go that is to be kept no longer
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
    """It is still on the disk; deleting it is tried again by and by."""

    code = "sound_not_deleted"


class NothingHeard(SpeechError):
    """A line on which no sound comes is let go; the call goes on."""

    code = "nothing_heard"


class CallElsewhere(SpeechError):
    """Another process has the call: all that belongs to one call goes to one process."""

    code = "call_elsewhere"
