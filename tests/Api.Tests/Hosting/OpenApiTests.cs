using PlanTracker.TestKit;

namespace PlanTracker.Api.Tests.Hosting;

public sealed class OpenApiTests(DemoHost host)
{
    [Fact]
    public async Task The_contract_changes_only_on_purpose()
    {
        using var client = host.Anonymous();

        Golden.Matches("../../../../docs/openapi.json", await client.GetStringAsync("/swagger/v1/swagger.json"));
    }
}
