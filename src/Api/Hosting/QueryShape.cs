using PlanTracker.Domain;

namespace PlanTracker.Api.Hosting;

/// <summary>Kinds of query parameter.</summary>
internal enum QueryKind
{
    /// <summary>Free words.</summary>
    Text,
    /// <summary>A day, yyyy-MM-dd.</summary>
    Day,
    /// <summary>A whole number from 1.</summary>
    Whole,
    /// <summary>An id.</summary>
    Id,
    /// <summary>One of a list.</summary>
    Choice,
    /// <summary>Fields of a list, a leading minus for descending.</summary>
    Sort,
}

/// <summary>One query parameter.</summary>
internal sealed record QueryField(string Name, QueryKind Kind, string Description, IReadOnlyList<string> Values, int Max = int.MaxValue);

/// <summary>The query parameters of an endpoint: declared once, read and documented by the same declaration.</summary>
internal sealed record QueryShape(IReadOnlyList<QueryField> Fields)
{
    /// <summary>Nothing is asked.</summary>
    public static QueryShape None { get; } = new([]);

    /// <summary>A day.</summary>
    public static QueryField Day(string name, string description) => new(name, QueryKind.Day, description, []);

    /// <summary>An id.</summary>
    public static QueryField Id(string name, string description) => new(name, QueryKind.Id, description, []);

    /// <summary>Words.</summary>
    public static QueryField Text(string name, string description) => new(name, QueryKind.Text, description, []);

    /// <summary>A whole number.</summary>
    public static QueryField Whole(string name, string description, int max) => new(name, QueryKind.Whole, description, [], max);

    /// <summary>A value of an enumeration, by name.</summary>
    public static QueryField Choice<TEnum>(string name, string description) where TEnum : struct, Enum =>
        new(name, QueryKind.Choice, description, Enum.GetNames<TEnum>());

    /// <summary>Yes or no.</summary>
    public static QueryField Flag(string name, string description) => new(name, QueryKind.Choice, description, ["true", "false"]);

    /// <summary>The parameters of a list: page, pageSize, sort, search, and its filters.</summary>
    public static QueryField[] List(IReadOnlyList<string> sortFields, params QueryField[] filters) =>
    [
        .. filters,
        .. PageOnly,
        new("sort", QueryKind.Sort, "Thứ tự: tên trường, dấu trừ đứng trước để giảm dần, cách nhau bằng dấu phẩy.", sortFields),
        Text("search", "Tìm không phân biệt hoa thường và dấu."),
    ];

    /// <summary>The parameters of a list that is neither sorted nor searched.</summary>
    public static QueryField[] PageOnly { get; } =
    [
        Whole("page", "Trang, từ 1.", 10_000_000),
        Whole("pageSize", "Số dòng mỗi trang, mặc định 25, tối đa 200.", ListQuery.MaxPageSize),
    ];
}

/// <summary>Declares the query of an endpoint.</summary>
internal static class QueryDeclaration
{
    /// <summary>These parameters and no others.</summary>
    public static RouteHandlerBuilder Asks(this RouteHandlerBuilder endpoint, params QueryField[] fields) =>
        endpoint.WithMetadata(new QueryShape(fields));
}

/// <summary>Marks a change that must say which version it is based on; for the description of the API.</summary>
internal sealed record VersionNeeded;

/// <summary>Declares that <c>If-Match</c> is needed.</summary>
internal static class VersionDeclaration
{
    /// <summary>Needs <c>If-Match</c>.</summary>
    public static RouteHandlerBuilder NeedsVersion(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new VersionNeeded());
}
