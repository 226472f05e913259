using PlanTracker.Api.Hosting;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Api.Progress;

/// <summary>A channel to be added.</summary>
/// <param name="Code">Letters, digits and dashes, a letter first, at most 32; never changed later.</param>
/// <param name="Name">At most 100 characters.</param>
internal sealed record NewChannelBody(string Code, string Name);

/// <summary>What can be changed of a channel.</summary>
/// <param name="Name">At most 100 characters.</param>
/// <param name="IsActive">Whether new entries may name it.</param>
internal sealed record ChannelBody(string Name, bool IsActive);

/// <summary>A channel.</summary>
internal sealed record ChannelJson(Guid Id, string Code, string Name, bool IsActive, int Order, string Etag)
{
    /// <summary>Of a channel.</summary>
    public static ChannelJson Of(Channel channel) => new(channel.Id, channel.Code, channel.Name, channel.IsActive, channel.Order, TagOf(channel));

    /// <summary>Its tag is its version.</summary>
    public static string TagOf(Channel channel) => Etags.Of(channel.Version);
}

/// <summary>The list of channels.</summary>
internal static class ChannelEndpoints
{
    public static void MapChannels(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/channels").WithTags("Danh mục kênh");

        api.MapGet("", List).Needs(Operation.ReadFigures).Produces<ListJson<ChannelJson>>()
            .WithSummary("Danh mục kênh, cả kênh đã ngừng dùng").Asks(QueryShape.PageOnly);
        api.MapPost("", Add).Needs(Operation.ManageChannels).Produces<ChannelJson>(201).WithSummary("Thêm kênh");
        api.MapGet("/{id:guid}", Find).Needs(Operation.ReadFigures).Produces<ChannelJson>().WithSummary("Một kênh").Asks();
        api.MapPut("/{id:guid}", Change).Needs(Operation.ManageChannels).Produces<ChannelJson>()
            .WithSummary("Đổi tên, ngừng dùng hoặc dùng lại một kênh").NeedsVersion();
    }

    private static async Task<IResult> List(Call call, ChannelAdministration channels)
    {
        if ((await channels.All(call.Actor, call.Cancel)).Refused(out var refusal, out var all))
            return Problems.From(refusal);
        return call.Asked.Refusal is { } wrong ? Problems.From(wrong) : Answers.Page<Channel, ChannelJson>(call.Asked.List.Part(all), ChannelJson.Of);
    }

    private static async Task<IResult> Find(Guid id, Call call, ChannelAdministration channels) =>
        Answers.One(call.Asked.Else(await channels.Find(call.Actor, id, call.Cancel)), ChannelJson.Of, ChannelJson.TagOf);

    private static async Task<IResult> Add(Posted<NewChannelBody> body, Call call, ChannelAdministration channels) => Answers.Created(
        await channels.Add(call.Actor, body.As<NewChannel>(b => new NewChannel(b.Code, b.Name)), call.Cancel),
        ChannelJson.Of, c => $"/api/v1/channels/{c.Id}", ChannelJson.TagOf);

    private static async Task<IResult> Change(Guid id, Posted<ChannelBody> body, Call call, ChannelAdministration channels) => Answers.One(
        await channels.Change(call.Actor, id, call.Version, body.As<ChannelChange>(b => new ChannelChange(b.Name, b.IsActive)), call.Cancel),
        ChannelJson.Of, ChannelJson.TagOf);
}
