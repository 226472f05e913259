using FsCheck.Fluent;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;
using PlanTracker.Domain.Tests.Progress;
using static PlanTracker.Domain.Tests.Progress.EntrySteps;
using PlanTracker.TestKit;

namespace PlanTracker.Domain.Tests.Reporting;

public sealed class FigureExplanationTests
{
    private static readonly DateOnly Today = new(2024, 9, 10);

    [Theory]
    [InlineData(FigureKind.ToDate, "11.250", "Tổng số lượng của các kết quả đã xác nhận có ngày tính đến hết 10/09/2024: 11.250.")]
    [InlineData(FigureKind.InPeriod, "6.250", "Tổng số lượng của các kết quả đã xác nhận có ngày tính từ 15/06/2024 đến hết 10/09/2024: 6.250.")]
    [InlineData(FigureKind.Percent, "75,0%", "11.250 / 15.000 × 100 = 75,0, làm tròn một chữ số thập phân.")]
    [InlineData(FigureKind.Expected, "10.409", "15.000 × 254 / 366 ngày của kế hoạch, lấy phần nguyên: 10.409.")]
    [InlineData(FigureKind.Remaining, "3.750", "15.000 - 11.250 = 3.750.")]
    [InlineData(FigureKind.Forecast, "15.000", "Không chậm: số lớn hơn của chỉ tiêu 15.000 và lũy kế 11.250: 15.000.")]
    [InlineData(FigureKind.Status, "Đúng tiến độ", "Lũy kế 11.250 không nhỏ hơn mức cần có 10.409, chưa đạt chỉ tiêu 15.000.")]
    [InlineData(FigureKind.Pending, "0", "Tổng số lượng của các kết quả đã gửi, chưa được xác nhận, có ngày tính đến hết 10/09/2024; không cộng vào lũy kế: 0.")]
    public async Task A_figure_says_how_it_comes_about_with_the_numbers_put_in(FigureKind kind, string shown, string formula)
    {
        var world = Memory(Today);
        world.Entries.AddRange([Confirmed(world, "12", new(2024, 5, 20), 5000), Confirmed(world, "12", new(2024, 8, 10), 6250)]);

        var opened = await Open(world, "12", kind);

        Assert.Equal((shown, formula), (opened.Figure.Shown, opened.Figure.Formula));
    }

    [Fact]
    public async Task A_behind_target_says_its_forecast_and_what_is_missing()
    {
        var world = Memory(Today);
        world.Entries.Add(Confirmed(world, "12", new(2024, 5, 20), 5000));
        Assert.Equal("Đang chậm: 5.000 × 15.000 / 10.409, lấy phần nguyên: 7.205.", (await Open(world, "12", FigureKind.Forecast)).Figure.Formula);
        Assert.Equal("Lũy kế 5.000 nhỏ hơn mức cần có 10.409, thiếu 5.409.", (await Open(world, "12", FigureKind.Status)).Figure.Formula);
    }

    [Fact]
    public async Task Weeks_say_how_many_are_over() =>
        Assert.Equal("36 tuần trọn vẹn đã qua × 1, không quá chỉ tiêu 52: 36.", (await Open(Memory(Today), "5", FigureKind.Expected)).Figure.Formula);

    [Fact]
    public async Task An_entry_is_listed_by_the_day_it_counts_on_and_not_by_its_date()
    {
        var world = Memory(new(2024, 9, 20));
        var late = Confirmed(world, "12", new(2024, 9, 12), 100);
        late.CountedOn = new(2024, 9, 15);
        world.Entries.Add(late);

        Assert.Empty((await Open(world, "12", FigureKind.InPeriod)).Entries!.Items);
        Assert.Single((await Open(world, "12", FigureKind.InPeriod, "2024-Y")).Entries!.Items);
    }

    [Fact]
    public async Task What_is_listed_adds_up_to_the_figure_whatever_was_entered()
    {
        var entries =
            from day in Gen.Choose(0, 340)
            from shift in Gen.Choose(0, 20)
            from quantity in Gen.Choose(-50, 5000)
            from status in Gen.Elements(EntryStatus.Confirmed, EntryStatus.Submitted, EntryStatus.Draft, EntryStatus.Returned, EntryStatus.Withdrawn)
            select (day, shift, quantity, status);
        var cases =
            from made in entries.ListOf()
            from code in Gen.Elements("2024-Q1", "2024-H1", "2024-Q3", "2024-Y", "2024-KH")
            from asOf in Gen.Choose(0, 380)
            select (made, code, asOf);

        await Task.Run(() => Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var world = Memory(new(2025, 1, 10));
            foreach (var (day, shift, quantity, status) in c.made)
            {
                var entry = Confirmed(world, "12", Given.IssuedOn.AddDays(day), quantity);
                entry.CountedOn = entry.CountedOn.AddDays(shift);
                entry.Status = status;
                world.Entries.Add(entry);
            }
            return new[] { FigureKind.InPeriod, FigureKind.ToDate, FigureKind.Pending }.All(kind => Adds(world, kind, c.code, Given.IssuedOn.AddDays(c.asOf)));
        }).Holds());

        static bool Adds(World world, FigureKind kind, string code, DateOnly asOf)
        {
            var (sum, seen) = (0m, 0);
            OpenedFigure opened;
            for (var page = 1; ; page++)
            {
                opened = Open(world, "12", kind, code, asOf, page).GetAwaiter().GetResult();
                sum += opened.Entries!.Items.Sum(e => e.Entry.Content.Quantity);
                seen += opened.Entries.Items.Count;
                if (opened.Entries.Items.Count == 0 || seen >= opened.Entries.Total)
                    break;
            }
            return opened.Hidden == 0 && seen == opened.Entries.Total && sum == kind switch
            {
                FigureKind.InPeriod => opened.Row.Figures.InPeriod,
                FigureKind.ToDate => opened.Row.Figures.ToDate,
                _ => opened.Row.Figures.Pending,
            };
        }
    }

    [Fact]
    public async Task What_waits_and_is_not_the_readers_to_see_is_counted_and_not_shown()
    {
        var world = Memory(Today);
        await world.Submitted(Given.ReporterOfSoNoiVu, "12", new(2024, 9, 5), 100);

        var opened = (await world.Memory.Explanation.Open(Given.Leader, null, new(world.Plan.Target("12").Id, FigureKind.Pending), new(), default)).Value!;

        Assert.Equal((0, 1, "100"), (opened.Entries!.Total, opened.Hidden, opened.Figure.Shown));
    }

    [Fact]
    public async Task The_version_in_force_is_named_with_its_document()
    {
        var world = Memory(Today);
        world.Plan.Target("12").Versions.Add(new(1, 20000, new(2024, 7, 1), new("300/KH-UBND", new(2024, 6, 25)), "Bổ sung kinh phí"));

        Assert.Equal("Điều chỉnh lần 1, 300/KH-UBND ngày 25/06/2024, hiệu lực từ 01/07/2024: 20.000 số. Lý do: Bổ sung kinh phí.",
            (await Open(world, "12", FigureKind.Value)).Figure.Formula);
        Assert.Equal(0, (await Open(world, "12", FigureKind.Value, "2024-H1")).Version.Number);
    }

    [Fact]
    public async Task The_percent_of_an_activity_and_of_a_lead_are_followed_to_their_parts()
    {
        var world = Memory(new(2024, 9, 14));
        world.Entries.AddRange([Confirmed(world, "13a", new(2024, 5, 20), 1), Confirmed(world, "13b", new(2024, 5, 20), 1300)]);

        var activity = (await world.Progress.Activity(Given.Leader, world.Plan.ActivityOf("13a").Id, null, default)).Value!;
        Assert.Contains("(50 + 32,5) / 2 = 41,3", FigureWords.PercentOf(activity), StringComparison.Ordinal);
        Assert.Contains("13b chậm tiến độ", FigureWords.StatusOf(activity), StringComparison.Ordinal);
        var lead = (await world.Memory.Explanation.Lead(Given.Leader, world.PlanId, Given.SoVanHoa.Id, null, default)).Value!.Lead;
        Assert.Contains("(41,25 + 0 + 0) / 3 = 13,8", FigureWords.PercentOf(lead), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var world = Memory(Today);
        Assert.Equal("targets.unknown", (await world.Memory.Explanation.Open(Given.Leader, null, new(Guid.NewGuid(), FigureKind.ToDate), new(), default)).Refusal!.Code);
        Assert.Equal("plans.unknown", (await world.Memory.Explanation.Open(Given.Leader, Guid.NewGuid(), new(world.Plan.Target("1").Id, FigureKind.ToDate), new(), default)).Refusal!.Code);
        Assert.Equal("figures.no-lead", (await world.Memory.Explanation.Lead(Given.Leader, world.PlanId, Given.NinhKieu.Id, null, default)).Refusal!.Code);
    }

    [Fact]
    public void Good_activities_are_counted_of_those_that_can_be_judged_in_one_sentence()
    {
        Assert.Equal("8/12 hoạt động đúng tiến độ hoặc đã hoàn thành", StatusWords.Sentence(new(1, 7, 2, 1, 1, 2, 1)));
        Assert.Equal("3 hoạt động đều đã dừng.", StatusWords.Sentence(new(0, 0, 0, 0, 0, 0, 3)));
    }

    private static async Task<OpenedFigure> Open(World world, string label, FigureKind kind, string period = "2024-Q3", DateOnly? asOf = null, int page = 1) =>
        (await world.Memory.Explanation.Open(
            Given.Coordinator, null, new(world.Plan.Target(label).Id, kind, new ReportRequest(period, AsOf: asOf)), new ListQuery(page, 7), default)).Value!;
}
