"""The command `jucuo`. Modules are imported by the command that needs them, so that it starts at once."""

import contextlib
import os
import sys
from typing import NoReturn

import click

from api import console
from api.settings import language, say
from api.usage import Commands, PipedAway, common, wrong_use
from graph.errors import Internal, JucuoError, NotWritable, Words
from graph.reasons import of_writing

COMMANDS = {
    "parse": ("api.commands.parse", "读公文，给出举措、责任单位、时限；不入库", "read notices; nothing is stored"),
    "load": ("api.commands.load", "把文件和文件夹载入数据库", "load files and folders into the store"),
    "remove": ("api.commands.load", "撤回一份公文说过的一切", "take back all that a notice said"),
    "serve": ("api.commands.serve", "启动网页和 API", "serve the pages and the API"),
    "search": ("api.commands.search", "按主题和词语查找举措，并说明为什么", "find measures, and say why"),
    "show": ("api.commands.show", "一个节点和它的关系", "a node and its relations"),
    "shared": (
        "api.commands.shared",
        "哪些部门共同承担举措；一个部门的伙伴；两个部门共同的举措",
        "who shares measures with whom; partners of A; measures of A and B",
    ),
    "path": ("api.commands.path", "两个节点之间的最短路径", "the shortest ways between two nodes"),
    "due": ("api.commands.due", "按时限排列的举措", "measures by time limit"),
    "analyse": ("api.commands.analyse", "部门的中心、群组与桥梁", "centrality, groups and bridges of departments"),
    "export": (
        "api.commands.export",
        "导出到文件，按结尾：html、graphml、gexf、json、csv",
        "write a file, by its ending: html, graphml, gexf, json, csv",
    ),
    "stats": ("api.commands.keep", "库里有什么", "what is in the store"),
    "check": ("api.commands.keep", "检查数据库是否完好", "whether the store is sound"),
    "copy": ("api.commands.keep", "把一个库整个复制到另一个", "a whole store into another"),
    "reindex": ("api.commands.keep", "重做检索用的词", "make the search terms anew"),
    "lexicon": ("api.commands.lexicon", "检查词表", "check the lexicons"),
}


class Jucuo(Commands):
    table = COMMANDS


def root() -> click.Group:
    made = Jucuo(
        "jucuo",
        params=common(),
        help=say(
            "举措图谱：读政府公文，回答谁做什么、到何时、在哪里、与谁一起。",
            "Reads Chinese government notices and answers who does what, by when, where, and together with whom.",
        ),
    )
    return click.version_option(package_name="jucuo", message="%(version)s", help=say("显示版本", "show the version"))(
        made
    )


def run() -> NoReturn:
    """The console script. Exit status: 0 done, 1 some input failed, 2 wrong use, 130 interrupted."""
    console.prepare()
    status = outcome()
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        status = piped_away()
    except OSError as error:
        status = unwritable(error)
    sys.exit(status)


def outcome() -> int:
    """Run what the command line says; every error ends as a sentence and a status."""
    try:
        return int(root().main(prog_name="jucuo", standalone_mode=False) or 0)
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.UsageError as error:
        console.tell(wrong_use(error))
        return 2
    except (KeyboardInterrupt, click.Abort):
        console.tell(say("已中断。已经写入的都是完整的。", "Interrupted. What was written is whole."))
        return 130
    except PipedAway:
        return piped_away()
    except OSError as error:
        if error.filename is None and error.errno is not None:
            return unwritable(error)
        return unexpected(error)
    except Exception as error:
        return unexpected(error)


def piped_away() -> int:
    """The status that a program killed by SIGPIPE has in a shell: not all was done, and nobody wants to hear of it."""
    nowhere()
    return 141


def nowhere() -> None:
    """What is still to be written at the end goes nowhere, without another error."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def unwritable(error: OSError) -> int:
    """Standard output goes to a full disk, say."""
    nowhere()
    where = Words("标准输出", "standard output")
    return told(NotWritable(path=where, reason=of_writing(error)))


def unexpected(error: Exception) -> int:
    """A fault of ours: a sentence, and the rest where it can be found."""
    import traceback

    if "--debug" in sys.argv:
        traceback.print_exception(error)
        return 1
    return told(Internal(kind=type(error).__name__, log=kept(traceback.format_exception(error))))


def kept(lines: list[str]) -> object:
    """The path of a file of its own with those lines."""
    import tempfile

    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", errors="backslashreplace", prefix="jucuo-", suffix=".log", delete=False
        ) as file:
            file.writelines(lines)
            return file.name
    except OSError:
        return Words("（没有能写的临时文件夹）", "(no temporary folder to write to)")


def told(error: JucuoError) -> int:
    console.tell(error.text(language()))
    return error.exit


if __name__ == "__main__":
    run()
