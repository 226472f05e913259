using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Jobs;

namespace PlanTracker.Domain.Tests.Jobs;

/// <summary>The list of a person's long work: jobs and imports in one order, cut into pages.</summary>
public sealed class LongWorkTests
{
    [Fact]
    public async Task Jobs_and_imports_stand_in_one_order_what_runs_first_then_the_newest()
    {
        var world = new JobWorld();
        var imports = new InMemoryImports(new InMemory(Given.Plan246(), new(2024, 9, 10)));
        var person = world.Person();
        await Import("cũ.xlsx", ImportState.Done);
        world.Pass(TimeSpan.FromMinutes(1));
        var done = await world.Done(person);
        world.Pass(TimeSpan.FromMinutes(1));
        await Import("mới.xlsx", ImportState.Refused);
        await Import("đang chạy.xlsx", ImportState.Checking, TimeSpan.FromHours(-1));
        await world.Started(world.Person());

        var all = (await new LongWorkReading(world, imports).Own(person, new(), default)).Value!;
        var second = (await new LongWorkReading(world, imports).Own(person, new(2, 2), default)).Value!;

        Assert.Equal(["Nhập kết quả từ Excel: đang chạy.xlsx", "Nhập kết quả từ Excel: mới.xlsx", done.Title, "Nhập kết quả từ Excel: cũ.xlsx"], all.Items.Select(w => w.Title));
        Assert.Equal((4, all.Items[2].Id, all.Items[3].Id), (second.Total, second.Items[0].Id, second.Items[1].Id));

        Task Import(string name, ImportState state, TimeSpan moved = default) => imports.Add(
            new() { Kind = "entries", PlanId = Guid.Empty, OwnerId = person.AccountId, FileName = name, CreatedAt = world.Clock.UtcNow + moved, State = state }, [], default, default);
    }

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(3, 11, 27)]
    [InlineData(12, 11, 100)]
    public void A_step_says_how_much_is_done_when_it_is_known(int done, int total, int? percent) => Assert.Equal(percent, new JobStep("Đang lập", done, total).Percent);
}
