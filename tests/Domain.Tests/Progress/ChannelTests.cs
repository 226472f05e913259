using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Tests.Progress;

/// <summary>The list of channels is Sở Nội vụ's to keep; entries keep codes.</summary>
public sealed class ChannelTests
{
    private static readonly DateOnly Sep5 = new(2024, 9, 5);
    private readonly InMemory memory = new(Given.Plan246(), new(2024, 9, 10));

    [Fact]
    public async Task A_channel_is_added_at_the_end_and_new_entries_may_name_it()
    {
        var added = (await memory.ChannelAdministration.Add(Given.Coordinator, new NewChannel("App-24", "  Ứng dụng Công dân số "), default)).Value!;

        Assert.Equal(("App-24", "Ứng dụng Công dân số", true, 15), (added.Code, added.Name, added.IsActive, added.Order));
        Assert.Equal("channel", memory.History.Single().Entity);
        Assert.Null((await Logged("App-24")).Refusal);
    }

    [Fact]
    public async Task A_retired_channel_stays_on_old_entries_and_cannot_be_chosen_for_new_ones()
    {
        var entry = (await Logged("Zalo")).Value!;
        var zalo = memory.ChannelRows.Single(c => c.Code == "Zalo");

        Assert.Null((await memory.ChannelAdministration.Change(Given.Coordinator, zalo.Id, ExpectedVersion.Of(1), new ChannelChange("Zalo (cũ)", false), default)).Refusal);

        Assert.Contains("channel", (await Logged("Zalo")).Refusal!.Errors.Keys);
        Assert.Equal("Zalo (cũ)", (await memory.Reading.Find(Given.ReporterOfSoVanHoa, entry.Entry.Id, default)).Value!.ChannelName);
        var edited = await memory.Log.Edit(Given.ReporterOfSoVanHoa, entry.Entry.Id, ExpectedVersion.Any, entry.Entry.Content with { Title = "Tên khác" }, default);
        Assert.Null(edited.Refusal);
    }

    [Theory]
    [InlineData("", "Tên", "code")]
    [InlineData("9x", "Tên", "code")]
    [InlineData("có dấu", "Tên", "code")]
    [InlineData("a;b", "Tên", "code")]
    [InlineData("App", "", "name")]
    [InlineData("App", "hai\ndòng", "name")]
    [InlineData("App", "￾", "name")]
    [InlineData("App", "‮tên", "name")]
    public async Task A_wrong_channel_is_named_by_field(string code, string name, string field)
    {
        var refusal = (await memory.ChannelAdministration.Add(Given.Coordinator, new NewChannel(code, name), default)).Refusal!;

        Assert.Equal([field], refusal.Errors.Keys);
    }

    [Theory]
    [InlineData("zalo", "Khác", "channels.code-taken")]
    [InlineData("Khac", "TRUYỀN HÌNH", "channels.name-taken")]
    [InlineData("Khac", "truyen hinh", "channels.name-taken")]
    public async Task A_code_or_a_name_stands_once_in_the_list(string code, string name, string refusal) =>
        Assert.Equal(refusal, (await memory.ChannelAdministration.Add(Given.Coordinator, new NewChannel(code, name), default)).Refusal!.Code);

    [Fact]
    public async Task Only_the_coordinator_changes_the_list_and_by_its_version()
    {
        var zalo = memory.ChannelRows.Single(c => c.Code == "Zalo");
        var change = new ChannelChange("Zalo mới", true);

        Assert.Equal(RefusalKind.NotFound, (await memory.ChannelAdministration.Change(Given.Coordinator, Guid.Empty, ExpectedVersion.Any, change, default)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await memory.ChannelAdministration.Change(Given.ReporterOfSoVanHoa, zalo.Id, ExpectedVersion.Any, change, default)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await memory.ChannelAdministration.Add(Given.Administrator, new NewChannel("App", "App"), default)).Refusal!.Kind);
        Assert.Equal(RefusalKind.VersionMissing, (await memory.ChannelAdministration.Change(Given.Coordinator, zalo.Id, ExpectedVersion.Missing, change, default)).Refusal!.Kind);
        Assert.Equal(RefusalKind.Stale, (await memory.ChannelAdministration.Change(Given.Coordinator, zalo.Id, ExpectedVersion.Of(7), change, default)).Refusal!.Kind);
    }

    private async Task<Result<EntryView>> Logged(string channel)
    {
        var plan = (await memory.List(null, new(), default)).Items.Single();
        var activity = plan.ActivityOf("15");
        var content = new EntryContent
        {
            TargetId = plan.Target("15").Id, Date = Sep5, Quantity = 1, Title = "Xe loa", NoEvidenceReason = "Chờ biên bản", Channel = channel,
        };
        return await memory.Log.Log(Given.ReporterOfSoVanHoa, activity.Id, content, default);
    }
}
