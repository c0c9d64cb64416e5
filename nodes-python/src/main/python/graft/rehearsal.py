"""Stand-ins for models, to rehearse a pipeline before its weights are there.

Each is named as a ``loader`` of a node, such as ``graft.rehearsal:whisper``, and needs none of the
packages that the real model needs. They answer at once, always in the same way, and say what they
were given, so that one sees what the real model would be given.
"""


def pipeline(**arguments):
    """For ``transformers-pipeline``: answers with what it was loaded with, and the item."""

    def pipe(item):
        return [{"label": "rehearsal", "item": item, **arguments}]

    return pipe


def whisper(**arguments):
    """For ``whisper-transcription``: hears a word in each second that is not silent."""

    def recognize(inputs, return_timestamps):
        samples, rate = inputs["raw"], inputs["sampling_rate"]
        chunks = []
        for second in range(-(-len(samples) // rate)):
            part = samples[second * rate : (second + 1) * rate]
            if abs(part).max() > 0:
                # The model does not always know when the last word ends.
                end = second + 1.0 if len(part) == rate else None
                chunks.append({"text": f" word{second}", "timestamp": (float(second), end)})
        return {"text": "".join(chunk["text"] for chunk in chunks), "chunks": chunks}

    return recognize


def ultravox(**arguments):
    """For ``ultravox``: says how much it heard, or repeats what it is asked to say.

    ``say: …`` in ``user_text`` makes it answer with what follows, for example a call of a function.
    """

    def answer(inputs, max_new_tokens):
        turns = inputs["turns"]
        asked = turns[-1]["content"]
        if asked.startswith("say:"):
            return asked[4:].replace("<|audio|>", "").strip()[:max_new_tokens]
        return f"{len(inputs['audio'])} samples, {len(turns)} turns"

    return answer


def qwen_omni(**arguments):
    """For ``qwen-omni``: describes what it was shown, and hums a sample for each frame."""
    return _Model(), _Processor(), _media_of


class _Inputs(dict):
    def to(self, place):
        return self


class _Model:
    device = "cpu"
    dtype = "float32"

    def generate(self, shown, heard, **said):
        import numpy

        voice = said.get("speaker", "own voice")
        joined = "in" if said["use_audio_in_video"] else "beside"
        tokens = [f"{shown} frames, {heard} samples {joined} the video, {voice}"]
        return tokens, numpy.zeros((1, shown), numpy.float32) if shown else None


class _Processor:
    def apply_chat_template(self, conversation, add_generation_prompt, tokenize):
        return [turn["role"] for turn in conversation]

    def __call__(self, text, audio, videos, **how):
        return _Inputs(
            shown=sum(len(video) for video in videos or ()),
            heard=sum(len(sound) for sound in audio or ()),
        )

    def batch_decode(self, tokens, skip_special_tokens, clean_up_tokenization_spaces):
        return tokens


def _media_of(conversation):
    parts = [part for turn in conversation for part in turn["content"] if isinstance(part, dict)]
    videos = [part["video"] for part in parts if part["type"] == "video"]
    audios = [part["audio"] for part in parts if part["type"] == "audio"]
    return audios or None, None, videos or None
