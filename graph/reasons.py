"""The English of the reasons and expectations that errors carry as Chinese words. `{}` stands for what varies.

They are said where something is found wrong, by code that knows no language; `JucuoError.text` asks here.
"""

import errno
import re
from functools import cache

ENGLISH = {
    # a file
    "没有读取权限": "no permission to read it",
    "没有写入权限，或别的程序正打开着它": "no permission to write it, or another program holds it",
    "文件正被占用": "another program holds it",
    "磁盘读取出错": "the disk could not be read",
    "磁盘写入出错": "the disk could not be written",
    "链接指向自身": "a link that points to itself",
    "打开的文件太多": "too many files are open",
    "内存不足": "not enough memory",
    "没有这个文件夹": "there is no such folder",
    "磁盘已满": "the disk is full",
    "只能读取": "it can only be read",
    "文件名太长": "the name is too long",
    "未知原因": "no reason given",
    "这是一个文件夹": "it is a folder",
    "这不是普通文件": "it is no ordinary file",
    "文件开头不是这种格式": "it does not begin like one",
    "压缩结构不完整": "the archive is incomplete",
    "压缩内容不完整": "what is packed is incomplete",
    "压缩内容无法解开": "what is packed cannot be unpacked",
    "里面的文件超过 {} 个": "it holds more than {} files",
    "解压后过大": "it is too large when unpacked",
    "{} 不是完整的 XML": "{} is no whole XML",
    "缺少 {}": "{} is missing",
    "里面没有页面": "there are no pages in it",
    "里面没有正文": "there is no text in it",
    "里面没有网页": "there is no page in it",
    "邮件结构不完整": "the message is incomplete",
    "网页结构无法解析": "the page cannot be parsed",
    "LibreOffice 打不开它": "LibreOffice cannot open it",
    "转换程序打不开它": "the converter cannot open it",
    "压缩包里的压缩包超过 {} 层": "archives in archives go deeper than {}",
    "展开后过大": "it is too large when expanded",
    "内部结构无法解析": "its structure cannot be parsed",
    "读取时程序意外终止": "the program that read it ended",
    # a graph given by a program
    "每个节点只列一次": "every node is listed once",
    "公文自身须列为 Notice 节点": "the notice itself is listed as a node of kind Notice",
    "每项举措属于公文一次，有一个序号": "every measure belongs to the notice once, with an ordinal",
    "每项举措须属于公文": "every measure belongs to the notice",
    "每项举措一个序号": "every measure has an ordinal of its own",
    "应为 2024-12-31 这样的日期": "a date such as 2024-12-31",
    "编号有 1 到 {} 个字": "an id has 1 to {} characters",
    "编号里不能有控制字符": "no control characters in an id",
    "应为文字": "a text",
    "应为整数": "a whole number",
    "{} 不属于 props": "{} do not belong to props",
    "notice 和 place 不属于 props": "notice and place do not belong to props",
    "举措的编号以公文编号加“/”开头": "the id of a measure begins with that of the notice and “/”",
    "关系须由本公文说出": "a relation is said by this notice",
    "一端须是列出的 {}": "one end is a {} that is listed",
    "须从本公文出发": "it begins at this notice",
    "属性名由小写字母和下划线组成": "a name of lower-case letters and underscores",
    "应为文字、数、真假、空或文字、整数的列表": "a text, number, boolean, null, or a list of texts or whole numbers",
    "文字中不能有半个代理对，数应为有限的数": "no half of a surrogate pair in a text, and finite numbers",
    "文字中不能有 NUL": "no NUL in a text",
    "应为 64 位整数": "a whole number of 64 bits",
    "这个编号已是 {}": "this id is already that of a {}",
    # a store that is checked
    "数据库文件已损坏：{}。": "The file of the store is damaged: {}.",
    "表 {} 里有指向 {} 的空引用。": "The table {} points to what is not in {}.",
    "公文“{}”的举措概要不对。": "The outline of the measures of “{}” is wrong.",
    "公文“{}”的原样记录与指纹不符。": "What is kept of “{}” is not what its fingerprint says.",
    "{} 应有 {}，记为 {}。": "{}: {} are there, {} are kept.",
    "缺少节点“{}”。": "The node “{}” is missing.",
    "没有公文提到节点“{}”，它却还在。": "No notice names the node “{}”, yet it is there.",
    "节点“{}”应为 {}，却是 {}。": "The node “{}” should be a {} and is a {}.",
    "关系 {} 应有 {} 条，却有 {} 条。": "Of the relation {} there should be {}, and there are {}.",
    "节点“{}”应有 {} 项举措，记为 {} 项。": "The node “{}” has {} measures, {} are kept.",
    "“{}”与“{}”应有 {} 项共同举措，记为 {} 项。": "“{}” and “{}” share {} measures, {} are kept.",
    "举措“{}”的检索词不对；请运行 jucuo reindex。": "The search words of “{}” are wrong; run jucuo reindex.",
    "检索用的概念变了，{} 份公文的检索词还是按原来的做的；请运行 jucuo reindex。": (
        "The concepts for searching have changed, and {} notices are indexed by the old ones; run jucuo reindex."
    ),
    # a question
    "举措请用 measures 列出": "measures are listed by measures",
    "最多 {} 个": "at most {}",
}

# what the system says of a file
SYSTEM = {
    errno.EACCES: "没有读取权限",
    errno.EPERM: "没有读取权限",
    errno.EBUSY: "文件正被占用",
    errno.EIO: "磁盘读取出错",
    errno.ELOOP: "链接指向自身",
    errno.EMFILE: "打开的文件太多",
    errno.ENOMEM: "内存不足",
}
WRITING = SYSTEM | {
    errno.EACCES: "没有写入权限，或别的程序正打开着它",
    errno.EPERM: "没有写入权限，或别的程序正打开着它",
    errno.EIO: "磁盘写入出错",
    errno.ENOENT: "没有这个文件夹",
    errno.ENOTDIR: "没有这个文件夹",
    errno.EISDIR: "这是一个文件夹",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "只能读取",
    errno.ENAMETOOLONG: "文件名太长",
}


def of_reading(error: OSError) -> str:
    """Why a file cannot be read."""
    return SYSTEM.get(error.errno or 0) or error.strerror or "未知原因"


def of_writing(error: OSError) -> str:
    """Why a file cannot be written."""
    return WRITING.get(error.errno or 0) or error.strerror or "未知原因"


def english(text: str) -> str:
    """The English of a reason; one that is not known stands as it is.

    >>> english("压缩包里的压缩包超过 3 层")
    'archives in archives go deeper than 3'
    """
    if text in ENGLISH:
        return ENGLISH[text]
    for pattern, words in _patterns():
        if found := pattern.fullmatch(text):
            return words.format(*(group.replace("、", ", ") for group in found.groups()))
    return text


@cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    varying = [(zh, en) for zh, en in ENGLISH.items() if "{}" in zh]
    return [(re.compile(re.escape(zh).replace(r"\{\}", "(.+)"), re.DOTALL), en) for zh, en in varying]
