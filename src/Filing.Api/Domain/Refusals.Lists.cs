namespace FilingApi.Domain;

public static partial class Refusals
{
    // Lists brought in as tables.
    public static readonly RefusalKind BrokenText = new(
        "FIL-032",
        422,
        "第 {0} 行含有不能按 {1} 识别的字节，整份表未导入；请从原表另存为 xlsx 或 UTF-8 csv 后重传。",
        "Line {0} holds bytes that are not {1}; nothing was taken. Save the original again as xlsx or csv in UTF-8 and send that."
    );
    public static readonly RefusalKind BrokenQuotes = new(
        "FIL-033",
        422,
        "第 {0} 行的引号没有成对，后面的行可能被并入，整份表未导入；请补上或删除引号后重传。",
        "A quotation mark of row {0} is not closed and may swallow the rows after it; nothing was taken. Close it or remove it."
    );
    public static readonly RefusalKind ErrorCell = new(
        "FIL-034",
        422,
        "单元格没有可用的值（{0}），请在表中改正后重传。",
        "The cell has no usable value ({0}): correct it in the table."
    );
    public static readonly RefusalKind LostDigits = new(
        "FIL-035",
        422,
        "号码被表格软件改成了“{0}”，位数已丢失；请把该列设为文本，重新填写完整号码。",
        "The spreadsheet made \"{0}\" of the number and its digits are lost: format the column as text and enter it in full."
    );
    public static readonly RefusalKind LineBreak = new(
        "FIL-036",
        422,
        "单元格内有换行（也可能是引号没有成对，并入了后面的行），请改为一行或补上引号。",
        "The cell has a line break (or a quotation mark is not closed and took in rows after it): put it on one line or close the quote."
    );
    public static readonly RefusalKind CellWithoutColumn = new(
        "FIL-037",
        422,
        "“{0}”所在的列没有列名（也可能多了一个逗号），请补上列名或删除。",
        "\"{0}\" is in a column without a name (or there is a comma too many): name the column or remove it."
    );
    public static readonly RefusalKind DateAsText = new(
        "FIL-038",
        422,
        "表格软件把内容变成了日期 {0}；请把该列设为文本后重新填写。",
        "The spreadsheet made the date {0} of it: format the column as text and enter it again."
    );
    public static readonly RefusalKind OffAndWork = new(
        "FIL-039",
        422,
        "{0} 同时列为放假和上班，请只保留一个。",
        "{0} is given as a day off and as a working day: keep one."
    );
    public static readonly RefusalKind EmptyYear = new(
        "FIL-040",
        422,
        "{0} 年的日历里没有放假日，请给出全年的放假安排。",
        "The calendar of {0} would have no day off: give the days off of the whole year."
    );
    public static readonly RefusalKind YearNotReplaced = new(
        "FIL-041",
        422,
        "表中有不能接受的行，{0} 年的日历未替换；请改正全部行后重传。",
        "Rows of this list are refused, so {0} is not replaced: correct them all and send it again."
    );
    public static readonly RefusalKind WrongUscc = new(
        "FIL-042",
        422,
        "“{0}”不是有效的统一社会信用代码（18 位，无 I、O、S、V、Z，带校验位），请对照营业执照核对；个人请留空。",
        "\"{0}\" is no social credit code (18 characters with check digits): check it on the licence, leave it out for persons."
    );
    public static readonly RefusalKind WrongPhone = new(
        "FIL-043",
        422,
        "“{0}”不是电话号码，请填写完整号码。",
        "\"{0}\" is not a phone number: give it in full."
    );
}
