using PlanTracker.Domain.Access;

namespace PlanTracker.Domain.Tests.Access;

public sealed class UnfinishedTests
{
    [Theory]
    [InlineData(Unfinished.Password)]
    [InlineData(Unfinished.SecondFactor)]
    public void An_unfinished_sign_in_may_only_finish(Unfinished unfinished)
    {
        var everything = new Actor(Guid.NewGuid(), "a", "A", Enum.GetValues<Role>().ToHashSet(), null, Door.Page) { Unfinished = unfinished };

        Assert.Equal([Operation.ManageOwnAccount], Enum.GetValues<Operation>().Where(everything.May));
    }
}
