using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PlanTracker.Api.Access;
using PlanTracker.Api.Progress;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Progress;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace PlanTracker.Api.Hosting;

/// <summary>Says which members are always there (those without a default), and shows what a body looks like.</summary>
internal sealed class OpenApiSchemas : ISchemaFilter
{
    private static readonly Guid SomeId = new("01912345-0000-7000-8000-000000000001");

    private static readonly Dictionary<Type, object> Examples = new()
    {
        [typeof(SignInBody)] = new SignInBody("baocao.snv", "…"),
        [typeof(TokenBody)] = new TokenBody("baocao.snv", "…", "Phần mềm báo cáo", 90),
        [typeof(NewUserBody)] = new NewUserBody("tran.van.a", "Trần Văn A", [Role.Reporter], SomeId, "tranvana@cantho.gov.vn"),
        [typeof(UserBody)] = new UserBody("Trần Văn A", [Role.Reporter, Role.Head], SomeId),
        [typeof(UserReasonBody)] = new UserReasonBody("Nghỉ hưu từ 01/10/2024"),
        [typeof(EntryBody)] = new EntryBody(
            SomeId, new(2024, 9, 5), 1, "Chuyên mục CCHC số 8", Place: "Đài Phát thanh và Truyền hình", Mode: DeliveryMode.InPerson, PeopleReached: 120),
        [typeof(ReturnBody)] = new ReturnBody("Thiếu địa điểm", ["place"]),
        [typeof(WithdrawBody)] = new WithdrawBody("Nhập nhầm chỉ tiêu"),
        [typeof(EvidenceBody)] = new EvidenceBody(EvidenceKind.Document, Number: "12/BC-SNV", Date: new(2024, 9, 6)),
        [typeof(ConfirmManyBody)] = new ConfirmManyBody([new(SomeId, "\"2\"")]),
    };

    /// <summary>What a body looks like; null when none is shown.</summary>
    public static JsonNode? ExampleOf(Type? body) =>
        body is not null && Examples.TryGetValue(body, out var example) ? JsonNode.Parse(JsonSerializer.Serialize(example, body, Json.Options)) : null;

    /// <inheritdoc/>
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema shape || context.Type.Namespace?.StartsWith("PlanTracker.Api", StringComparison.Ordinal) != true)
            return;
        var always = context.Type.GetConstructors().MaxBy(c => c.GetParameters().Length)?.GetParameters().Where(p => !p.HasDefaultValue) ?? [];
        shape.Required = always.Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name!)).Where(name => shape.Properties?.ContainsKey(name) == true).ToHashSet();
    }
}
