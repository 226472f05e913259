using FsCheck;
using FsCheck.Fluent;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Imports;
using PlanTracker.TestKit;

namespace PlanTracker.Domain.Tests.Access;

public sealed class AccountImportTests
{
    private static readonly string[] Headers = ["Tên đăng nhập", "Họ và tên", "Thư điện tử", "Đơn vị", "Vai trò"];

    private static readonly Agency VinhThanh = Agency("UBND huyện Vĩnh Thạnh", "huyện", AgencyLevel.District);
    private static readonly Agency ThiTran = Agency("UBND thị trấn Thạnh An", "thị trấn", AgencyLevel.Commune, VinhThanh);
    private static readonly Agency Xa = Agency("UBND xã Thạnh An", "xã", AgencyLevel.Commune, VinhThanh);

    private readonly InMemoryAccounts accounts = new(Given.SoNoiVu, VinhThanh, ThiTran, Xa);

    [Fact]
    public async Task Every_error_is_named_by_its_cell_at_once_and_nothing_is_made()
    {
        accounts.Given("co.roi", Given.SoNoiVu.Id, Role.Reporter);
        var table = Table(
            ["a.b.c", "Trần Văn A", "", "Sở Nội vụ", "Cán bộ báo cáo"],
            ["A.B.C", "Trần Văn B", "", "so noi vu", "can bo bao cao; Lãnh đạo đơn vị"],
            ["", "", "thư", "Sở Không Có", "Vua"],
            ["d.e.f", "Lê\u0007 C", "", "Thạnh An", "Lãnh đạo thành phố"],
            ["co.roi", "Tên khác", "", "Sở Nội vụ", "Cán bộ báo cáo"],
            ["g.h.i", new string('x', 201), "", "", "Cán bộ báo cáo"]);

        var tried = (await accounts.Import.Try(Given.Administrator, table, default)).Value!;

        Assert.Equal((1, 0, 5), (tried.New, tried.Unchanged, tried.Wrong));
        Assert.Equal(["A3", "A4", "B4", "B5", "B6", "B7", "C4", "D4", "D5", "D7", "E4"], tried.Errors.Select(e => e.Cell).Order());
        Assert.Contains("trùng với dòng 2", tried.Errors.Single(e => e.Cell == "A3").Message, StringComparison.Ordinal);
        Assert.Contains(
            "UBND thị trấn Thạnh An (UBND huyện Vĩnh Thạnh); UBND xã Thạnh An (UBND huyện Vĩnh Thạnh)",
            tried.Errors.Single(e => e.Cell == "D5").Message, StringComparison.Ordinal);
        Assert.Equal("Sở Không Có", tried.Errors.Single(e => e.Cell == "D4").Found);
        var refusal = (await accounts.Import.Apply(Given.Administrator, table, default)).Refusal!;
        Assert.Equal((RefusalKind.Unreadable, 11), (refusal.Kind, refusal.Errors.Count));
        Assert.Empty(accounts.History);
    }

    [Theory]
    [InlineData("UBND xã Thạnh An")]
    [InlineData("ubnd xa thanh an")]
    [InlineData("xã Thạnh An")]
    [InlineData("UBND xã Thạnh An (UBND huyện Vĩnh Thạnh)")]
    public async Task An_agency_is_found_by_its_name_without_case_and_marks(string name)
    {
        var made = (await accounts.Import.Apply(Given.Administrator, Table(["a.b.c", "Trần Văn A", "", name, "Cán bộ báo cáo"]), default)).Value!;

        Assert.Equal(Xa.Id, Assert.Single(made.Made).View.Account.AgencyId);
    }

    [Fact]
    public async Task Headings_must_be_those_of_the_form()
    {
        var table = new ImportTable(["Tên đăng nhập", "Mật khẩu", "Họ và tên", "Đơn vị", "Vai trò"], [new(2, ["a", "b", "c", "d", "e"])]);

        var refusal = (await accounts.Import.Try(Given.Administrator, table, default)).Refusal!;

        Assert.Equal(RefusalKind.Unreadable, refusal.Kind);
        Assert.Contains("không có trong mẫu", refusal.Errors["B"][0], StringComparison.Ordinal);
        Assert.Contains("Thư điện tử", refusal.Errors["F"][0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_may_stand_in_another_order()
    {
        var table = new ImportTable(["Vai trò", "", "DON VI", "Họ và tên", "Tên đăng nhập", "Thư điện tử"], [new(9, ["Vua", "", "", "A", "a.b.c"])]);

        Assert.Equal(["A9"], (await accounts.Import.Try(Given.Administrator, table, default)).Value!.Errors.Select(e => e.Cell));
    }

    [Theory]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Leader)]
    public async Task Nobody_else_imports_and_is_told_so_before_the_file_is_judged(Role role)
    {
        var unreadable = Refusal.Unreadable("test", "");

        Assert.Equal(RefusalKind.NotAllowed, (await accounts.Import.Try(Given.Person("x", Given.SoNoiVu, role), unreadable, default)).Refusal!.Kind);
        Assert.Equal("test", (await accounts.Import.Try(Given.Administrator, unreadable, default)).Refusal!.Code);
    }

    [Fact]
    public async Task Ten_thousand_rows_and_no_more()
    {
        ImportTable Rows(int count) => new(Headers, [.. Enumerable.Range(1, count).Select(n => Row(n + 1, [$"nguoi.{n}", "A", "", "Sở Nội vụ", "Cán bộ báo cáo"]))]);

        Assert.Equal(10_000, (await accounts.Import.Apply(Given.Administrator, Rows(10_000), default)).Value!.Made.Count);
        Assert.Equal("users.import-too-long", (await accounts.Import.Try(Given.Administrator, Rows(10_001), default)).Refusal!.Code);
    }

    [Fact]
    public void The_same_good_file_twice_makes_its_accounts_once() => Prop.ForAll(Tables().ToArbitrary(), rows =>
    {
        var fresh = new InMemoryAccounts(Given.SoNoiVu, VinhThanh, ThiTran, Xa);
        var table = Table(rows);
        var first = fresh.Import.Apply(Given.Administrator, table, default).GetAwaiter().GetResult().Value!;
        var second = fresh.Import.Apply(Given.Administrator, table, default).GetAwaiter().GetResult().Value!;

        Assert.Equal((rows.Length, 0), (first.New, first.Unchanged));
        Assert.Equal((0, rows.Length, 1), (second.New, second.Unchanged, fresh.Writes));
        Assert.Equal(rows.Length, first.Made.Select(m => m.Link.Secret).Distinct().Count());
        Assert.All(fresh.History, h => Assert.Equal((Door.Import, "create"), (h.Door, h.What)));
    }).Holds();

    private static Gen<string[][]> Tables() =>
        from count in Gen.Choose(1, 30)
        from names in Gen.Elements("Nguyễn Thị Ánh", " Trần  Văn Bé ", "Đỗ Ý", "O'Neil-Smith").ArrayOf(count)
        from mails in Gen.Elements("", "a@b.vn", " x.y@cantho.gov.vn ").ArrayOf(count)
        from units in Gen.Elements("Sở Nội vụ", "SO NOI VU", "xã Thạnh An", "UBND huyện Vĩnh Thạnh").ArrayOf(count)
        from roles in Gen.Elements("Cán bộ báo cáo", "lanh dao don vi; Cán bộ báo cáo", "Lãnh đạo thành phố;", "Quản trị hệ thống").ArrayOf(count)
        select Enumerable.Range(0, count).Select(i => new[] { $"nguoi.{i}", names[i], mails[i], units[i], roles[i] }).ToArray();

    private static ImportTable Table(params string[][] rows) => new(Headers, [.. rows.Select((cells, i) => Row(i + 2, cells))]);

    private static ImportRow Row(int number, string[] cells) => new(number, cells);

    private static Agency Agency(string name, string kind, AgencyLevel level, Agency? parent = null) =>
        new() { Level = level, Kind = kind, Names = { new(name, name, null) }, Parents = { new(parent?.Id, null) } };
}
