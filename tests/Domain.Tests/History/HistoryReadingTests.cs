using PlanTracker.Domain.Access;
using PlanTracker.Domain.History;

namespace PlanTracker.Domain.Tests.History;

public sealed class HistoryReadingTests
{
    private static readonly DateOnly Today = new(2024, 9, 10);

    [Fact]
    public async Task A_leader_reads_no_history()
    {
        var result = await Reading(new Book()).List(Given.Leader, new(), new(), default);

        Assert.Equal(RefusalKind.NotAllowed, result.Refusal!.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await Reading(new Book()).Walk(Given.Leader, new(), null, default)).Refusal!.Kind);
    }

    [Fact]
    public async Task An_administrator_reads_all_of_it()
    {
        var book = new Book();
        await Reading(book).List(Given.Administrator, new(), new(), default);

        Assert.True(book.Asked!.All);
    }

    [Fact]
    public async Task Others_read_what_concerns_their_agency_and_the_ended_ones_it_took_over_from_and_of_accounts_their_own()
    {
        var ended = Guid.CreateVersion7();
        var reporter = Given.ReporterOfSoVanHoa with { Predecessors = new HashSet<Guid> { ended } };
        var book = new Book();
        await Reading(book).List(reporter, new(), new(), default);

        Assert.False(book.Asked!.All);
        Assert.Equal(new HashSet<Guid> { Given.SoVanHoa.Id, ended }, book.Asked.Agencies);
        Assert.Equal(reporter.AccountId, book.Asked.AccountId);
    }

    [Fact]
    public async Task A_change_is_told_in_words_field_by_field()
    {
        var target = Plan.Target("1");
        var row = await Told(new Change
        {
            At = new DateTime(2024, 9, 10, 1, 30, 0, DateTimeKind.Utc),
            AccountId = Given.Coordinator.AccountId,
            AccountName = "Trần Thị Minh",
            AgencyId = Given.SoNoiVu.Id,
            Door = Door.Page,
            Entity = "entry",
            EntityId = Guid.CreateVersion7(),
            What = "confirm",
            Old = $$$"""{"status":"Submitted","countedOn":"2024-09-05","content":{"title":"Số 8","quantity":1.5,"targetId":"{{{target.Id}}}","mode":"InPerson"}}""",
            New = """{"status":"Confirmed","countedOn":"2024-09-15","content":{"title":"Số 8","quantity":15000,"mode":"Online"},"evidence":[{"kind":"Document","number":"12/BC","date":"2024-09-01"}]}""",
        });

        Assert.Equal(("Xác nhận kết quả", "Số 8", "Sở Nội vụ"), (row.Deed, row.Subject, row.Agency!.Name));
        Assert.Equal(
            [
                ("Trạng thái", "Chờ xác nhận", "Đã xác nhận"), ("Ngày tính vào số liệu", "05/09/2024", "15/09/2024"), ("Số lượng", "1,5", "15.000"),
                ("Hình thức tổ chức", "Trực tiếp", "Trực tuyến"), ("Minh chứng", null, "Văn bản, 12/BC, 01/09/2024"), ("Chỉ tiêu", "Dòng 1", null),
            ], row.Fields.Select(f => (f.Name, f.Old, f.New)));
    }

    [Theory]
    [InlineData("news", "Chờ chọn", "Đã chọn")]
    [InlineData("entry", "Chờ xác nhận", "Selected")]
    public async Task A_state_has_the_word_of_its_thing(string entity, string old, string now)
    {
        var row = await Told(new Change
        {
            At = DateTime.UnixEpoch, AccountId = Guid.Empty, AccountName = "ai đó", Door = Door.Page, Entity = entity, EntityId = Guid.Empty, What = "select",
            Old = """{"status":"Submitted"}""", New = """{"status":"Selected"}""",
        });

        Assert.Equal((old, now), (row.Fields.Single().Old, row.Fields.Single().New));
    }

    [Fact]
    public async Task What_is_no_json_is_told_as_it_stands()
    {
        var row = await Told(new Change
        {
            At = DateTime.UnixEpoch, AccountId = Guid.Empty, AccountName = "ai đó", Door = Door.Page, Entity = "account", EntityId = Guid.Empty,
            What = "sign-in-failed", New = "password",
        });

        Assert.Equal("Đăng nhập không thành công", row.Deed);
        Assert.Equal(("Nội dung", null, "sai mật khẩu"), (row.Fields.Single().Name, row.Fields.Single().Old, row.Fields.Single().New));
    }

    [Fact]
    public async Task Targets_are_told_apart_by_their_labels()
    {
        var row = await Told(new Change
        {
            At = DateTime.UnixEpoch, AccountId = Guid.Empty, AccountName = "ai đó", Door = Door.Page, Entity = "activity", EntityId = Plan.Activities[0].Id,
            What = "change-target", Old = """{"targets":[{"label":"13a","unit":"tranh"},{"label":"13b","unit":"tờ"}]}""",
            New = """{"targets":[{"label":"13a","unit":"bức"},{"label":"13b","unit":"tờ"}]}""",
        });

        Assert.Equal(("Dòng 13a: Đơn vị tính", "tranh", "bức"), (row.Fields.Single().Name, row.Fields.Single().Old, row.Fields.Single().New));
    }

    private static PlanTracker.Domain.Plans.Plan Plan { get; } = Given.Plan246();

    private static async Task<HistoryView> Told(Change change)
    {
        var book = new Book { Row = new(7, change) };
        return (await Reading(book).List(Given.Administrator, new(), new(), default)).Value!.Items.Single();
    }

    private static HistoryReading Reading(Book book)
    {
        var memory = new InMemory(Plan, Today);
        return new(book, memory, memory, memory, memory.Clock);
    }

    private sealed class Book : IHistoryBook
    {
        public HistoryScope? Asked { get; private set; }

        public HistoryRow? Row { get; init; }

        public Task<PageOf<HistoryRow>> List(HistoryFilter filter, HistoryScope scope, ListQuery query, CancellationToken cancel)
        {
            Asked = scope;
            return Task.FromResult(new PageOf<HistoryRow>(Row is null ? [] : [Row], 1, 1, 25));
        }

        public async IAsyncEnumerable<HistoryRow> Walk(
            HistoryFilter filter, HistoryScope scope, string? search, int most, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
        {
            await Task.CompletedTask;
            yield break;
        }
    }
}
