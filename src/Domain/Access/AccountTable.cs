using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Imports;

namespace PlanTracker.Domain.Access;

/// <summary>A table of accounts to be made, judged row by row against the accounts that are there.</summary>
internal sealed class AccountTable
{
    /// <summary>The columns: their headings, and the field of the API each is.</summary>
    public static readonly IReadOnlyList<FormColumn> Columns =
    [
        new("userName", "Tên đăng nhập"), new("fullName", "Họ và tên"), new("email", "Thư điện tử"), new("agencyId", "Đơn vị"), new("roles", "Vai trò"),
    ];

    private static readonly FormShape Shape = new("users", "tài khoản", Columns, AccountImport.MaxRows);

    private readonly FormTable form;
    private readonly AgencyFinder finder;
    private readonly DateOnly today;
    private readonly Dictionary<string, (Guid? Id, string? Wrong)> agencies = [];

    private AccountTable(FormTable form, AgencyFinder finder, DateOnly today) => (this.form, this.finder, this.today) = (form, finder, today);

    /// <summary>Accounts to be made, in the order of the rows.</summary>
    public List<NewAccount> Fresh { get; } = [];

    /// <summary>Rows whose account is there with the same fields.</summary>
    public int Unchanged { get; private set; }

    /// <summary>Rows with something wrong.</summary>
    public int Wrong { get; private set; }

    /// <summary>Everything that is wrong.</summary>
    public List<CellError> Errors { get; } = [];

    /// <summary>The table, if its headings are those of the form and its rows are not too many.</summary>
    public static Result<AccountTable> Of(ImportTable table, AgencyFinder finder, DateOnly today) =>
        FormTable.Of(table, Shape).Refused(out var refusal, out var form) ? refusal : new AccountTable(form, finder, today);

    /// <summary>Judges every row.</summary>
    public void Judge(IReadOnlyList<UserAccount> existing)
    {
        var there = existing.ToDictionary(a => a.UserName, StringComparer.OrdinalIgnoreCase);
        var first = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in form.Rows)
        {
            var before = Errors.Count;
            var asked = Read(row);
            var name = asked.UserName;
            if (name.Length > 0 && !first.TryAdd(name, row.Number))
                Add(row, "userName", $"trùng với dòng {first[name]}.");
            var account = there.GetValueOrDefault(name);
            if (account is not null && Errors.Count == before)
                Compare(row, account, asked.Details);
            if (Errors.Count > before)
                Wrong++;
            else if (account is not null)
                Unchanged++;
            else
                Fresh.Add(asked);
        }
    }

    private NewAccount Read(ImportRow row)
    {
        var name = VietnameseText.Clean(Text(row, "userName")) ?? "";
        if (name.Length == 0)
            Add(row, "userName", "Cần ghi tên đăng nhập.");
        else if (AccountRules.CheckUserName(name) is { } wrong)
            Add(row, "userName", wrong + ".");
        var (agencyId, wrongAgency) = AgencyOf(Text(row, "agencyId"));
        if (wrongAgency is not null)
            Add(row, "agencyId", wrongAgency);
        var (roles, wrongRoles) = RolesOf(Text(row, "roles"));
        if (wrongRoles is not null)
            Add(row, "roles", wrongRoles);
        var details = AccountRules.Clean(new(Text(row, "fullName"), Text(row, "email"), agencyId, roles));
        foreach (var (field, messages) in AccountRules.Check(details))
        {
            // What could not be read was named above.
            if (field == "agencyId" ? wrongAgency is null : field != "roles" || wrongRoles is null)
                Add(row, field, string.Join(" ", messages));
        }
        return new(name, details);
    }

    private void Compare(ImportRow row, UserAccount account, AccountDetails asked)
    {
        const string OnlyNew = "Nhập từ tệp chỉ tạo tài khoản mới; muốn đổi, hãy sửa ở trang của tài khoản.";
        if (account.FullName != asked.FullName)
            Add(row, "fullName", $"tài khoản đã có, họ và tên là “{account.FullName}”. {OnlyNew}");
        if (account.Email != asked.Email)
            Add(row, "email", $"tài khoản đã có, thư điện tử là “{account.Email ?? "(trống)"}”. {OnlyNew}");
        if (account.AgencyOn(today) != asked.AgencyId)
            Add(row, "agencyId", $"tài khoản đã có, thuộc đơn vị khác. {OnlyNew}");
        if (!account.Roles.SequenceEqual(asked.Roles))
            Add(row, "roles", $"tài khoản đã có, vai trò là “{string.Join("; ", account.Roles.Select(RoleWords.NameOf))}”. {OnlyNew}");
    }

    private (Guid? Id, string? Wrong) AgencyOf(string text)
    {
        if (VietnameseText.Clean(text) is not { } name)
            return (null, null);
        if (agencies.TryGetValue(name, out var known))
            return known;
        if (!VietnameseText.IsClean(name))
            return (null, "có ký tự điều khiển hoặc ký tự không hợp lệ.");
        var found = finder.Find(name);
        return agencies[name] = found switch
        {
            [var one] => (one.Id, null),
            [] when finder.FindEnded(name) is { } ended => (null, $"đơn vị này đã kết thúc hoạt động ngày {ended.ValidTo:dd/MM/yyyy}."),
            [] => (null, "không có đơn vị này. Ghi tên đầy đủ hoặc tên ngắn như ở trang Đơn vị."),
            _ => (null, $"chưa rõ đơn vị nào. Ghi rõ một trong: {string.Join("; ", found.Select(finder.LabelOf).Order(VietnameseText.Order))}."),
        };
    }

    private static (IReadOnlyList<Role> Roles, string? Wrong) RolesOf(string text)
    {
        if (!VietnameseText.IsClean(text))
            return ([], "có ký tự điều khiển hoặc ký tự không hợp lệ.");
        var names = text.Split(';').Select(VietnameseText.Clean).OfType<string>().ToList();
        var unknown = names.Where(n => RoleWords.Find(n) is null).ToList();
        return unknown.Count == 0
            ? ([.. names.Select(n => RoleWords.Find(n)!.Value)], null)
            : ([], $"không có vai trò này. Các vai trò, cách nhau bằng dấu chấm phẩy: {string.Join("; ", RoleWords.All)}.");
    }

    private string Text(ImportRow row, string field) => form.Text(row, field);

    private void Add(ImportRow row, string field, string message) => Errors.Add(form.Error(row, field, message));
}
