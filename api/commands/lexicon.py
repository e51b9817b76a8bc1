"""`jucuo lexicon check`: whether the tables of names are sound, ours and the user's own."""

from typing import ClassVar

from api import console
from api.settings import Settings, say
from api.usage import Commands, command


@command
def check(settings: Settings) -> int:
    from graph.lexicon import OURS, overrides
    from ingest.lexicon_check import examine

    folders = [folder for folder in (OURS, overrides()) if folder is not None]
    wrong = {str(folder): [say(*problem) for problem in examine(folder)] for folder in folders}
    if settings.json:
        console.emit({"sound": not any(wrong.values()), "folders": wrong})
        return int(any(wrong.values()))
    for folder, problems in wrong.items():
        for problem in problems:
            console.tell(f"{folder}{say('：', ': ')}{problem}" if len(folders) > 1 else problem)
    if not any(wrong.values()):
        console.line(say("词表都正确。", "The lexicons are sound."))
    return int(any(wrong.values()))


class Lexicon(Commands):
    table: ClassVar = {
        "check": (__name__, "检查自带的和 --lexicon 指定的词表", "check our lexicons and those of --lexicon")
    }


lexicon = Lexicon("lexicon")
