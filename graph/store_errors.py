"""What may be wrong with a store; nothing was half-written."""

from graph.errors import JucuoError


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


class StoreUnreadable(StoreError):
    code = "store-unreadable"
    zh = "没有权限读取数据库“{store}”或进入它所在的文件夹。请让管理员开放权限，或用 --store 换一个路径。"
    en = "The store “{store}” may not be read, or its folder not entered. Ask for access, or name another with --store."


class DiskFull(StoreError):
    code, http = "disk-full", 507
    zh = "磁盘已满，“{store}”写不下：正在写的公文没有写入，之前的已保存。请腾出空间后再试。"
    en = "The disk of “{store}” is full: what was under way was not written, the rest is kept. Free some space."


class StoreUnreachable(StoreError):
    code = "store-unreachable"
    zh = "连不上 Neo4j（{store}）。请确认它已启动、地址和端口正确。"
    en = "Neo4j cannot be reached ({store}). Make sure it runs and the address is right."


class NoDatabase(StoreError):
    code = "no-database"
    zh = "Neo4j 里没有这个数据库（{store}）。请核对地址末尾的库名；不写库名就用默认的。"
    en = "Neo4j has no such database ({store}). Check the name at the end of the address, or leave it out."


class BadAddress(StoreError):
    code, exit = "bad-address", 2
    zh = "“{store}”不是数据库的地址。SQLite 写文件路径；Neo4j 写 neo4j://主机:7687 或 bolt://主机:7687。"
    en = "“{store}” is no address of a store. SQLite: the path of a file. Neo4j: neo4j://HOST:7687 or bolt://HOST:7687."


class StoreDenied(StoreError):
    code = "store-denied"
    zh = "Neo4j（{store}）拒绝了用户名或密码。请检查 JUCUO_NEO4J_USER 和 JUCUO_NEO4J_PASSWORD。"
    en = "Neo4j ({store}) refused the user or password. Check JUCUO_NEO4J_USER and JUCUO_NEO4J_PASSWORD."


class StoreLost(StoreError):
    code = "store-lost"
    zh = "与 Neo4j（{store}）的连接中断，正在写的公文没有写入，之前的已保存。请恢复连接后重新载入。"
    en = "The connection to Neo4j ({store}) was lost; what was under way was not written, the rest is kept. Load again."
