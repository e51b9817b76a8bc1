"""Every error a person can meet, with what to do about it, in Chinese and English.

JucuoError
├── InputError            a file or text that cannot be taken; the run goes on with the next        exit 1, HTTP 4xx
│   ├── FileMissing, FileEmpty, FileBinary, FileTooLarge, FileUnreadable, FileDamaged
│   ├── FormatUnknown, ScannedPdf, ConverterMissing, TooSlow
│   ├── NotANotice
│   └── ReadingFailed
├── StoreError            the store cannot do it; nothing was half-written                          exit 1, HTTP 503
│   ├── StoreMissing, NotAStore, StoreNewer, StoreLocked, StoreReadOnly, DiskFull
│   └── StoreUnreachable, StoreDenied, StoreLost
├── AskError              the question is wrong                                                     exit 2, HTTP 4xx
│   ├── Unknown, Ambiguous
│   ├── BadCursor, QueryTooLong, BadValue
│   └── NoRoute, NoMethod, BodyTooLarge, Foreign, WrongHost                    of the service only
└── RunError              the program cannot do it here                                             exit 1, HTTP 500
    └── NoPort, NotWritable, NoSample, Internal
"""

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


class InputError(JucuoError):
    code, http = "input", 422
    title_zh, title_en = "文件不能使用", "The file cannot be used"


class FileMissing(InputError):
    code, http = "file-missing", 404
    zh = "找不到文件“{path}”。请核对路径和文件名。"
    en = "There is no file “{path}”. Check the path and the name."


class FileEmpty(InputError):
    code = "file-empty"
    zh = "文件“{path}”是空的。请确认保存的是公文全文。"
    en = "The file “{path}” is empty. Make sure the whole notice was saved."


class FileBinary(InputError):
    code, http = "file-binary", 415
    zh = "文件“{path}”不是文字文件。请提供 {formats} 格式的公文。"
    en = "The file “{path}” is not text. Give the notice as {formats}."


class FileTooLarge(InputError):
    code, http = "file-too-large", 413
    zh = "文件“{path}”有 {size} MB，超过上限 {most} MB。请拆分，或确认它确是一份公文。"
    en = "The file “{path}” has {size} MB, more than the limit of {most} MB. Split it, or make sure it is a notice."


class FileUnreadable(InputError):
    code, http = "file-unreadable", 403
    zh = "文件“{path}”打不开：{reason}。请检查读取权限，或先关闭占用它的程序。"
    en = "The file “{path}” cannot be opened: {reason}. Check its permissions, or close the program that holds it."


class FileDamaged(InputError):
    code = "file-damaged"
    zh = "文件“{path}”已损坏或不符合 {format} 格式：{reason}。请重新下载，或另存为 txt 后再试。"
    en = "The file “{path}” is damaged or not {format}: {reason}. Download it again, or save it as txt."


class FormatUnknown(InputError):
    code, http = "format-unknown", 415
    zh = "不认识文件“{path}”的格式。可读的格式有：{formats}。"
    en = "The format of “{path}” is not known. What can be read: {formats}."


class ScannedPdf(InputError):
    code = "scanned-pdf"
    zh = "“{path}”是扫描件，里面只有图像没有文字。请先用文字识别（OCR）软件转换，或向发文机关索取电子版。"
    en = "“{path}” is a scan: images without text. Convert it by OCR first, or ask for the electronic version."


class ConverterMissing(InputError):
    code, http = "converter-missing", 415
    zh = "读取“{path}”需要 {tools} 之一，本机没有安装。请用 WPS 或 Word 把它另存为 docx 后再试。"
    en = "Reading “{path}” needs one of {tools}, which this machine lacks. Save it as docx and try again."


class TooSlow(InputError):
    code = "too-slow"
    zh = "读取“{path}”超过 {seconds} 秒，已放弃。文件可能已损坏；请另存为 txt 后再试。"
    en = "Reading “{path}” took more than {seconds} seconds and was given up. It may be damaged; save it as txt."


class NotANotice(InputError):
    code = "not-a-notice"
    zh = "“{path}”里没有找到公文的标题、文号或举措。请确认它是通知、方案一类的公文。"
    en = "“{path}” shows no title, number or measure of a notice. Make sure it is one."


class ReadingFailed(InputError):
    """A fault of ours that a file found."""

    code, http = "internal", 500
    title_zh, title_en = "程序内部出错", "An error inside the program"
    zh = "读取“{path}”时程序出错（{reason}）。请把文件和日志交给维护者；其余文件不受影响。"
    en = (
        "The program failed on “{path}” ({reason}). Give the file and the log to its maintainers; other files are read."
    )


class StoreError(JucuoError):
    code, http = "store", 503
    title_zh, title_en = "数据库不能使用", "The store cannot be used"


class StoreMissing(StoreError):
    code = "store-missing"
    zh = "还没有数据库“{store}”。先用 jucuo load 载入公文。"
    en = "There is no store “{store}” yet. Load notices with jucuo load first."


class NotAStore(StoreError):
    code = "not-a-store"
    zh = "“{store}”不是举措图谱的数据库，没有改动它。请用 --store 换一个路径。"
    en = "“{store}” is not a store of jucuo; it was left as it is. Name another path with --store."


class StoreNewer(StoreError):
    code = "store-newer"
    zh = "数据库“{store}”由更新的版本建立（结构版本 {found}，本程序支持到 {known}）。请升级程序。"
    en = "The store “{store}” was made by a newer version (schema {found}, known up to {known}). Update the program."


class StoreLocked(StoreError):
    code = "store-locked"
    zh = "数据库“{store}”正被另一个程序写入。请等它结束后再试。"
    en = "The store “{store}” is being written by another program. Try again when it has finished."


class StoreReadOnly(StoreError):
    code = "store-read-only"
    zh = "数据库“{store}”只能读取，文件或所在的文件夹不能写入。请用 --store 换到有写权限的文件夹。"
    en = "The store “{store}” can only be read: its file or folder cannot be written. Name another with --store."


class DiskFull(StoreError):
    code, http = "disk-full", 507
    zh = "磁盘已满，“{store}”没有改动。请腾出空间后再试。"
    en = "The disk is full; “{store}” was left as it was. Free some space and try again."


class StoreUnreachable(StoreError):
    code = "store-unreachable"
    zh = "连不上 Neo4j（{store}）。请确认它已启动、地址和端口正确。"
    en = "Neo4j cannot be reached ({store}). Make sure it runs and the address is right."


class StoreDenied(StoreError):
    code = "store-denied"
    zh = "Neo4j（{store}）拒绝了用户名或密码。请检查 JUCUO_NEO4J_USER 和 JUCUO_NEO4J_PASSWORD。"
    en = "Neo4j ({store}) refused the user or password. Check JUCUO_NEO4J_USER and JUCUO_NEO4J_PASSWORD."


class StoreLost(StoreError):
    code = "store-lost"
    zh = "与 Neo4j（{store}）的连接中断，正在写的公文没有写入，之前的已保存。请恢复连接后重新载入。"
    en = "The connection to Neo4j ({store}) was lost; what was under way was not written, the rest is kept. Load again."


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
