namespace PlanTracker.Api.Tests.Access;

/// <summary>Every way in says which right opens it; whoever adds one without saying so fails here.</summary>
public sealed class RightsTests(DemoHost host)
{
    /// <summary>Before anybody is known.</summary>
    private static readonly string[] OpenToAll =
    [
        "GET /dang-nhap", "GET /loi/{Code:int}", "GET /mo-tai-khoan", "GET /thiet-lap", "GET /tin/atom.xml",
        "GET /trinh-chieu/{Secret}", "GET /trinh-chieu/{secret}/su-kien", "GET /trinh-chieu/{secret}/su-kien/so", "POST /api/v1/session", "POST /api/v1/tokens",
    ];

    /// <summary>For everybody who is signed in, whatever they may do: who am I, and out.</summary>
    private static readonly string[] OpenToEverybodySignedIn = ["DELETE /api/v1/session", "GET /api/v1/me", "GET /su-kien", "GET /su-kien/so", "POST /dang-xuat"];

    [Fact]
    public void Every_operation_and_every_page_declares_its_right() => Assert.Equal(
        OpenToEverybodySignedIn, Ways().Where(w => w.Needs is null && !w.IsAnonymous).Select(w => w.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Only_the_listed_ones_are_open_without_a_sign_in() => Assert.Equal(
        OpenToAll, Ways().Where(w => w.IsAnonymous).Select(w => w.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Nothing_is_open_and_guarded_at_once() => Assert.DoesNotContain(Ways(), w => w.IsAnonymous && w.Needs is not null);

    private IReadOnlyList<WayIn> Ways()
    {
        host.Anonymous().Dispose();
        var ways = WayIn.All(host.Services);
        Assert.True(ways.Count(w => w.IsPage) > 12 && ways.Count(w => !w.IsPage) > 25, "The list of ways in was not found.");
        return ways;
    }
}
