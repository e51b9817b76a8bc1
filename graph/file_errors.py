"""What may be wrong with a file or a text that is to be read; the run goes on with the next."""

from graph.errors import JucuoError


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


class FileLocked(InputError):
    code, http = "file-locked", 422
    zh = "文件“{path}”有密码保护，读不出内容。请用密码打开，另存一份不加密的再试。"
    en = "The file “{path}” is protected by a password. Open it with the password and save it without."


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
