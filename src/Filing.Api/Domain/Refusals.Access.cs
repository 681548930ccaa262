namespace FilingApi.Domain;

public static partial class Refusals
{
    // Who may.
    public static readonly RefusalKind NotSignedIn = new("SEC-001", 401, "请先登录。", "Sign in first.");
    public static readonly RefusalKind MayNot = new("SEC-002", 403, "您的角色不能办理此事。", "Your role may not do this.");
    public static readonly RefusalKind WrongPassword = new(
        "SEC-003",
        401,
        "账号或密码不对，请重试。",
        "Account or password is wrong: try again."
    );
    public static readonly RefusalKind LockedOut = new(
        "SEC-004",
        429,
        "登录失败次数过多，请 30 分钟后再试。",
        "Too many failed attempts: try again in 30 minutes."
    );
    public static readonly RefusalKind TooMany = new(
        "SEC-007",
        429,
        "请求过于频繁，请 {0} 秒后再试。",
        "Too many requests: try again in {0} s."
    );
    public static readonly RefusalKind TooManyWords = new(
        "SEC-008",
        429,
        "校验码错误次数过多，请一小时后再试。",
        "Too many wrong check words: try again in an hour."
    );
    public static readonly RefusalKind UsedPassword = new(
        "SEC-009",
        422,
        "新密码不能与最近 {0} 次用过的相同，请换一个。",
        "The new password is one of the last {0}: choose another."
    );
    public static readonly RefusalKind OwnAccount = new(
        "SEC-010",
        409,
        "不能关闭自己的账号，请由另一位管理员办理。",
        "Your own account cannot be closed by you: another administrator does it."
    );
    public static readonly RefusalKind WrongCode = new(
        "SEC-011",
        403,
        "一次性代码不对，请照首次启动时显示的输入。",
        "The one-time code is wrong: give the one that the first start showed."
    );
    public static readonly RefusalKind CodeUsed = new(
        "SEC-012",
        409,
        "没有可用的一次性代码：首位管理员已经设立，请由管理员开设账号。",
        "No one-time code is open: the first administrator is there and makes all other accounts."
    );
    public static readonly RefusalKind ForeignPage = new(
        "SEC-013",
        403,
        "此请求不是从本系统的页面发出的，未办理。请回到本系统的页面重试。",
        "This request did not come from a page of this service and was not carried out: go back to the service's own page and retry."
    );
    public static readonly RefusalKind WeakPassword = new(
        "SEC-005",
        422,
        "密码须至少 10 位，含大写、小写、数字和符号。",
        "The password needs at least 10 characters with upper case, lower case, digit and sign."
    );
}
