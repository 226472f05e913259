using FsCheck.Fluent;
using PlanTracker.Domain.Reporting;
using PlanTracker.TestKit;
using static PlanTracker.Domain.Tests.Progress.EntrySteps;

namespace PlanTracker.Domain.Tests.Reporting;

/// <summary>Phụ lục III on a screen: its pages laid one behind the other are the whole.</summary>
public sealed class EventPagesTests
{
    private static readonly string[] Labels = ["1", "5", "12", "13a", "13b", "15"];

    [Fact]
    public void Pages_of_any_size_are_together_the_whole_in_its_order() => Prop.ForAll(
        Gen.Choose(0, 60).ToArbitrary(), Gen.Choose(1, 25).ToArbitrary(), Gen.Choose(0, 2).ToArbitrary(), (count, size, scope) => Together(count, size, scope)).Holds();

    [Fact]
    public async Task A_page_behind_the_last_is_empty_and_still_says_how_many_there_are()
    {
        var world = Memory(new(2024, 9, 20));
        world.Entries.Add(Confirmed(world, "1", new(2024, 7, 1), 1));

        var page = (await world.Reports.Events(Given.Leader, world.PlanId, new("2024-Q3"), new(100_000, 200), default)).Value!;

        Assert.Equal((0, 1), (page.Items.Count, page.Total));
    }

    [Fact]
    public async Task An_event_without_evidence_says_why()
    {
        var world = Memory(new(2024, 9, 20));
        world.Entries.Add(Confirmed(world, "1", new(2024, 7, 1), 1));

        var page = (await world.Reports.Events(Given.Leader, world.PlanId, new("2024-Q3"), new(), default)).Value!;

        Assert.Equal("Thiếu minh chứng: chờ đài xác nhận", page.Items[0].Evidence);
    }

    private static bool Together(int count, int size, int scope)
    {
        var world = Memory(new(2024, 9, 20));
        for (var index = 0; index < count; index++)
            world.Entries.Add(Confirmed(world, Labels[index * 7 % Labels.Length], new DateOnly(2024, 6, 15).AddDays(index * 11 % 90), 1));
        var request = scope switch
        {
            1 => new ReportRequest("2024-Q3") { LeadId = Given.SoVanHoa.Id },
            2 => new ReportRequest("2024-Q3") { AgencyId = Given.SoVanHoa.Id },
            _ => new ReportRequest("2024-Q3"),
        };
        var whole = world.Reports.Whole(Given.Leader, world.PlanId, request, default, withEvents: true).Result.Value!.Content.Events!;
        var pages = new List<EventRow>();
        for (var page = 1; page <= (count / size) + 1; page++)
        {
            var part = world.Reports.Events(Given.Leader, world.PlanId, request, new(page, size), default).Result.Value!;
            if (part.Total != whole.Count)
                return false;
            pages.AddRange(part.Items);
        }
        return whole.SequenceEqual(pages);
    }
}
