using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace PlanTracker.Api.Hosting;

/// <summary>The description of the API at <c>/swagger</c>.</summary>
internal static class OpenApi
{
    private const string Bearer = "Bearer";

    public static void AddOpenApiPage(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc("v1", new OpenApiInfo
            {
                Title = "PlanTracker API",
                Version = "v1",
                Description = "Theo dõi kế hoạch tuyên truyền cải cách hành chính. Ngày viết yyyy-MM-dd, số tiền là đồng nguyên, lỗi theo RFC 9457.",
            });
            options.SupportNonNullableReferenceTypes();
            options.AddSecurityDefinition(Bearer, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "Mã truy cập (pt_…) của POST /api/v1/tokens.",
            });
            options.AddSecurityRequirement(document => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] });
            options.OperationFilter<Operations>();
            options.SchemaFilter<OpenApiSchemas>();
            options.IncludeXmlComments(typeof(OpenApi).Assembly);
        });
    }

    /// <summary>Open in Development and demo; elsewhere only by the setting <c>Swagger__Enabled</c>.</summary>
    public static void UseOpenApiPage(this WebApplication app, bool demo)
    {
        if (!demo && !app.Environment.IsDevelopment() && !app.Configuration.GetValue<bool>("Swagger:Enabled"))
            return;
        app.UseSwagger();
        app.UseSwaggerUI(options => options.DocumentTitle = "PlanTracker API");
    }

    /// <summary>Says of each operation what the endpoint declares: query, If-Match, and every status it may answer.</summary>
    private sealed class Operations : IOperationFilter
    {
        private static readonly Dictionary<string, string> PathWords = new()
        {
            ["code"] = "Mã kỳ báo cáo (2024-Q1, 2024-H1, 2024-Q3, 2024-Y, 2024-KH), hoặc custom.",
            ["targetId"] = "Mã định danh của chỉ tiêu.",
        };

        public void Apply(OpenApiOperation operation, OperationFilterContext context)
        {
            var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
            var method = context.ApiDescription.HttpMethod ?? "GET";
            var body = metadata.OfType<BodyShape>().FirstOrDefault()?.Type;
            var hasBody = body is not null;
            if (body is not null)
                operation.RequestBody = BodyOf(body, context);
            var takesFile = metadata.OfType<UploadShape>().Any();
            if (takesFile)
                operation.RequestBody = FileBody();
            var upload = metadata.OfType<MultipartShape>().FirstOrDefault();
            if (upload is not null)
                AddUpload(operation, upload);
            var hasPath = context.ApiDescription.RelativePath!.Contains('{');
            var query = metadata.OfType<QueryShape>().LastOrDefault() ?? QueryShape.None;
            var needsVersion = metadata.OfType<VersionNeeded>().Any();

            foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(p => p.In == ParameterLocation.Path))
                parameter.Description = PathWords.GetValueOrDefault(parameter.Name!, "Mã định danh.");
            operation.Parameters = [.. (operation.Parameters ?? []).Where(p => p.In == ParameterLocation.Path), .. query.Fields.Select(ParameterOf)];
            if (needsVersion)
                operation.Parameters.Add(Header("If-Match", "ETag của bản đã đọc, hoặc *.", required: true));
            if (method == "POST" && Idempotency.Takes(metadata))
            {
                operation.Parameters.Add(Header(
                    Idempotency.Header,
                    metadata.OfType<SecretAnswer>().Any()
                        ? "Khóa 1 đến 255 ký tự: gửi lại cùng khóa thì không thực hiện lần nữa, trả 409 idempotency.secret-answer vì câu trả lời có bí mật chỉ hiện một lần."
                        : "Khóa 1 đến 255 ký tự do chương trình đặt: gửi lại cùng khóa và nội dung thì nhận lại câu trả lời cũ, giữ ít nhất 24 giờ; nội dung khác: 422 idempotency.other-body.",
                    required: false));
            }
            if (!needsVersion && method == "GET" && operation.Responses!.ContainsKey("200"))
                operation.Parameters.Add(Header("If-None-Match", "ETag đã có; còn đúng thì trả 304.", required: false));

            var statuses = new List<int> { 401, 500, 503 };
            if (metadata.OfType<IAllowAnonymous>().Any())
                statuses.Add(429);
            if (upload is not null)
                statuses.AddRange([400, 413, 415, 422]);
            if (hasBody)
                statuses.AddRange([400, 413, 415]);
            else if (method == "GET")
                statuses.Add(400);
            if (takesFile)
                statuses.AddRange([400, 413, 415, 422]);
            if (hasPath)
                statuses.Add(404);
            if (method != "GET")
                statuses.AddRange([403, 507]);
            if (needsVersion)
                statuses.AddRange([412, 428]);
            if (method == "POST" && Idempotency.Takes(metadata))
                statuses.AddRange([400, 409, 422]);
            if (hasPath && method != "GET")
                statuses.Add(409);
            foreach (var status in statuses.Distinct().Order())
                operation.Responses![status.ToString(System.Globalization.CultureInfo.InvariantCulture)] = ProblemOf(status, context);
        }

        private static OpenApiRequestBody FileBody() => new()
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["multipart/form-data"] = new()
                {
                    Schema = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Required = new HashSet<string> { "file" },
                        Properties = new Dictionary<string, IOpenApiSchema>
                        {
                            ["file"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary", Description = "Tệp gửi lên." },
                        },
                    },
                },
            },
        };

        private static OpenApiRequestBody BodyOf(Type body, OperationFilterContext context) => new()
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new()
                {
                    Schema = context.SchemaGenerator.GenerateSchema(body, context.SchemaRepository),
                    Example = OpenApiSchemas.ExampleOf(body),
                },
            },
        };

        private static void AddUpload(OpenApiOperation operation, MultipartShape upload)
        {
            var properties = new Dictionary<string, IOpenApiSchema> { ["file"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } };
            foreach (var field in upload.Fields)
                properties[field] = new OpenApiSchema { Type = JsonSchemaType.String };
            operation.RequestBody ??= new OpenApiRequestBody { Required = true, Content = new Dictionary<string, OpenApiMediaType>() };
            operation.RequestBody.Content!["multipart/form-data"] = new()
            {
                Schema = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = properties, Required = new HashSet<string> { "file" } },
            };
        }

        private static OpenApiParameter Header(string name, string description, bool required) => new()
        {
            Name = name,
            In = ParameterLocation.Header,
            Description = description,
            Required = required,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };

        private static OpenApiParameter ParameterOf(QueryField field) => new()
        {
            Name = field.Name,
            In = ParameterLocation.Query,
            Description = field.Kind is QueryKind.Sort ? $"{field.Description} Các trường: {string.Join(", ", field.Values)}." : field.Description,
            Schema = new OpenApiSchema
            {
                Type = field.Kind is QueryKind.Whole ? JsonSchemaType.Integer : JsonSchemaType.String,
                Format = field.Kind switch { QueryKind.Day => "date", QueryKind.Id => "uuid", _ => null },
                Minimum = field.Kind is QueryKind.Whole ? "1" : null,
                Maximum = field.Kind is QueryKind.Whole ? field.Max.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
                Enum = field.Kind is QueryKind.Choice ? [.. field.Values.Select(v => (System.Text.Json.Nodes.JsonNode)v)] : null,
            },
        };

        private static OpenApiResponse ProblemOf(int status, OperationFilterContext context) => new()
        {
            Description = Problems.TitleOf(status),
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/problem+json"] = new() { Schema = context.SchemaGenerator.GenerateSchema(typeof(ProblemJson), context.SchemaRepository), Example = Problems.ExampleOf(status) },
            },
        };
    }
}
