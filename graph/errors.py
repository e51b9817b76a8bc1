"""Every error a person can meet, with what to do about it, in Chinese and English.

JucuoError
├── InputError            a file or text that cannot be taken (`file_errors`)                     exit 1, HTTP 4xx
│   ├── FileMissing, FileEmpty, FileBinary, FileTooLarge, FileUnreadable, FileDamaged
│   ├── FileLocked, FormatUnknown, ScannedPdf, ConverterMissing, TooSlow
│   ├── NotANotice
│   └── ReadingFailed
├── StoreError            the store cannot do it (`store_errors`)                                 exit 1, HTTP 503
│   ├── StoreMissing, NotAStore, StoreNewer, StoreLocked, StoreReadOnly, StoreUnreadable, DiskFull
│   └── StoreUnreachable, StoreDenied, StoreLost, NoDatabase, BadAddress
├── AskError              the question is wrong                                                     exit 2, HTTP 4xx
│   ├── Unknown, Ambiguous
│   ├── BadCursor, QueryTooLong, BadValue, NoValue
│   └── NoRoute, NoMethod, BodyTooLarge, Foreign, WrongHost                    of the service only
└── RunError              the program cannot do it here                                             exit 1, HTTP 500
    └── NoPort, NotWritable, NoSample, Internal
"""

from collections.abc import Iterable
from typing import ClassVar, NamedTuple

from graph.reasons import english


class Words(NamedTuple):
    """A parameter that is itself said in Chinese or in English."""

    zh: str
    en: str


class JucuoError(Exception):
    """An error in the user's words. `code` is what programs test for; parameters are kept in `params`."""

    code: ClassVar[str] = "error"
    http: ClassVar[int] = 500
    exit: ClassVar[int] = 1
    title_zh: ClassVar[str] = "出错"
    title_en: ClassVar[str] = "Error"
    zh: ClassVar[str] = "{detail}"
    en: ClassVar[str] = "{detail}"

    def __init__(self, **params: object) -> None:
        self.params = params
        super().__init__(self.text("zh"))

    def __reduce__(self) -> tuple[object, ...]:
        """Errors come back from reading processes; `__init__` takes names only, so pickle needs to be told how."""
        return _again, (type(self), self.params)

    def text(self, lang: str = "zh") -> str:
        """One sentence and what to do; parameters are cut to 200 characters and kept on one line."""
        shown = {key: one_line(_said(value, lang)) for key, value in self.params.items()}
        return (self.en if lang == "en" else self.zh).format_map(shown)

    def title(self, lang: str = "zh") -> str:
        return self.title_en if lang == "en" else self.title_zh


def _said(value: object, lang: str) -> object:
    if isinstance(value, Words):
        return value.en if lang == "en" else value.zh
    return english(value) if lang == "en" and isinstance(value, str) else value


def _again(kind: type[JucuoError], params: dict[str, object]) -> JucuoError:
    error = kind.__new__(kind)
    JucuoError.__init__(error, **params)
    return error


def one_line(value: object, most: int = 200) -> str:
    """Untrusted text made safe for a log or terminal line: no control characters, bounded length."""
    text = "".join(c if c.isprintable() else "�" for c in str(value))
    return text if len(text) <= most else text[: most - 1] + "…"


class AskError(JucuoError):
    code, http, exit = "ask", 400, 2
    title_zh, title_en = "问题有误", "The question is wrong"


class Unknown(AskError):
    code, http = "unknown", 404
    title_zh, title_en = "没有找到", "Not found"
    zh = "图谱里没有“{name}”。可以先搜索，或换一个名称。"
    en = "The graph has no “{name}”. Search for it, or use another name."


class Ambiguous(AskError):
    """`candidates` are (id, name)."""

    code, http = "ambiguous", 409
    title_zh, title_en = "名称不唯一", "The name is ambiguous"
    zh = "“{name}”可指：{shown}。请用其中一个编号。"
    en = "“{name}” may be: {shown}. Use one of these ids."

    def __init__(self, *, name: str, candidates: list[tuple[str, str]]) -> None:
        shown = "、".join(f"{label}（{id}）" for id, label in candidates[:8])
        super().__init__(name=name, candidates=candidates, shown=shown)
        self.candidates = candidates


class BadCursor(AskError):
    code = "bad-cursor"
    zh = "翻页标记“{cursor}”不属于这个查询。请从第一页重新开始。"
    en = "The cursor “{cursor}” is not of this question. Start from the first page."


class QueryTooLong(AskError):
    code, http = "query-too-long", 413
    zh = "查询有 {length} 个字，上限是 {most} 个。请缩短。"
    en = "The query has {length} characters, the limit is {most}. Shorten it."


class BadValue(AskError):
    code, http = "bad-value", 422
    zh = "“{name}”的值“{value}”不对：{expected}。"
    en = "The value “{value}” of “{name}” is not right: {expected}."


class NoValue(BadValue):
    zh = "缺少“{name}”。请把它写上。"
    en = "“{name}” is missing. Add it."


def among(values: Iterable[object]) -> Words:
    """What `BadValue` expects where there are a few values."""
    known = [str(value) for value in values]
    return Words(f"应为 {'、'.join(known)} 之一", f"one of {', '.join(known)}")


def between(least: int, most: int) -> Words:
    """What `BadValue` expects of a number."""
    return Words(f"应在 {least} 到 {most} 之间", f"from {least} to {most}")


class NoRoute(AskError):
    code, http = "no-route", 404
    title_zh, title_en = "没有这个地址", "No such address"
    zh = "没有地址“{path}”。可用的地址见 /docs。"
    en = "There is no address “{path}”. Those there are stand in /docs."


class NoMethod(AskError):
    code, http = "no-method", 405
    title_zh, title_en = "方法不对", "Method not allowed"
    zh = "地址“{path}”不接受 {method}。可用的方法见 /docs。"
    en = "The address “{path}” does not take {method}. /docs says what it takes."


class BodyTooLarge(AskError):
    code, http = "body-too-large", 413
    zh = "一次上传的内容超过上限 {most} MB。请分几次上传。"
    en = "What was sent is more than the limit of {most} MB. Send it in parts."


class Foreign(AskError):
    code, http = "foreign-origin", 403
    title_zh, title_en = "来源不符", "Foreign origin"
    zh = "为了安全，不接受从其他网站“{origin}”发来的修改。请在本服务自己的页面上操作。"
    en = "For safety, changes sent from another site, “{origin}”, are not taken. Use the pages of this service."


class WrongHost(AskError):
    code, http = "wrong-host", 421
    title_zh, title_en = "主机名不符", "Wrong host name"
    zh = "本服务不以“{host}”为名。请用 {hosts} 访问，或启动时用 --allow-host 加上这个名称。"
    en = "This service is not called “{host}”. Use {hosts}, or start it with --allow-host and that name."


class RunError(JucuoError):
    code, http = "run", 500
    title_zh, title_en = "程序不能继续", "The program cannot go on"


class NoPort(RunError):
    code = "no-port"
    zh = "不能在 {host} 的 {port} 及其后 {tried} 个端口上启动：{reason}。请用 --host 或 --port 换一个。"
    en = "Could not serve on {host}, port {port} or {tried} after it: {reason}. Name another with --host or --port."


class NotWritable(RunError):
    code = "not-writable"
    zh = "不能写入“{path}”：{reason}。请检查文件夹是否存在、有无写权限和剩余空间，或换一个路径。"
    en = "“{path}” cannot be written: {reason}. Check the folder, its permissions and free space, or name another path."


class NoSample(RunError):
    code = "no-sample"
    zh = "没有找到随程序附带的示例公文。请重新安装。"
    en = "The sample notices that come with the program are missing. Install it again."


class Internal(RunError):
    code = "internal"
    title_zh, title_en = "程序内部出错", "An error inside the program"
    zh = "程序内部出错（{kind}），没有写入不完整的内容。详情在 {log}；可加 --debug 再试一次看全文。"
    en = "An error inside the program ({kind}); nothing was half-written. See {log}, or try again with --debug."
