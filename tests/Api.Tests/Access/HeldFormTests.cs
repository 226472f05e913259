using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Storage;

namespace PlanTracker.Api.Tests.Access;

/// <summary>A form that is sent after its session ran out is not lost, without scripts too, and is nobody else's.</summary>
public sealed class HeldFormTests(AccessHost host) : IClassFixture<AccessHost>
{
    private const string Form = "/vuong-mac/moi";

    [Fact]
    public async Task What_was_typed_is_there_after_signing_in_and_goes_with_one_press()
    {
        using var client = await host.As("baocao.snv");
        var turned = await SendLate(client, "baocao.snv", "Thiếu kinh phí in tờ gấp");
        Assert.Contains("tiep=%2Ftiep-tuc%2F", turned.To, StringComparison.Ordinal);
        Assert.Contains("Nội dung vừa gửi được giữ lại", (await client.Open(turned.To!)).Text, StringComparison.Ordinal);
        Assert.Empty(await Raised("Thiếu kinh phí in tờ gấp"));

        var again = await client.Fill(turned.To!, await client.Open(turned.To!), "userName", ("userName", "baocao.snv"), ("password", DemoHost.Password));
        var held = await client.Open(again.To!);
        Assert.Contains("Thiếu kinh phí in tờ gấp", held.Text, StringComparison.Ordinal);
        Assert.Contains("Chưa có gì được lưu", held.Text, StringComparison.Ordinal);
        var sent = await client.Fill(again.To!, held, "title");

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Single(await Raised("Thiếu kinh phí in tờ gấp"));
    }

    [Fact]
    public async Task Somebody_else_who_signs_in_sees_nothing_of_it()
    {
        using var client = await host.As("baocao.svhttdl");
        var turned = await SendLate(client, "baocao.svhttdl", "Chuyện của người trước");

        var other = await client.Fill(turned.To!, await client.Open(turned.To!), "userName", ("userName", "dieuphoi"), ("password", DemoHost.Password));
        var page = await client.Open(other.To!);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.DoesNotContain("Chuyện của người trước", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_gone_after_signing_out_and_after_half_a_day()
    {
        using var client = await host.As("baocao.sotttt");
        var turned = await SendLate(client, "baocao.sotttt", "Bỏ lại");
        var path = Uri.UnescapeDataString(turned.To!.Split("tiep=")[1]);
        using var again = await host.As("baocao.sotttt");
        Assert.Equal(HttpStatusCode.OK, (await again.Open(path)).Status);

        Assert.Equal(204, (await again.Send(HttpMethod.Delete, "/session")).Status);
        using var later = await host.As("baocao.sotttt");
        Assert.Equal(HttpStatusCode.NotFound, (await later.Open(path)).Status);

        var old = $"/tiep-tuc/{await Held(host.Services, "baocao.sotttt", TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-13))}";
        Assert.Equal(HttpStatusCode.NotFound, (await later.Open(old)).Status);
    }

    [Fact]
    public async Task A_password_is_kept_nowhere_and_a_stranger_leaves_nothing()
    {
        using var client = await host.As("baocao.ldld");
        var before = await Count();
        var page = await client.Open("/tai-khoan/mat-khau");
        await End("baocao.ldld");
        var turned = await client.Fill("/tai-khoan/mat-khau", page, "new", ("current", DemoHost.Password), ("new", "Mat khau moi 246!"));
        Assert.Contains("%2Ftai-khoan%2Fmat-khau", turned.To, StringComparison.Ordinal);

        using var stranger = host.Anonymous();
        using var typed = new FormUrlEncodedContent([new("title", "Không ai cả")]);
        using var answer = await stranger.PostAsync(Form, typed);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(before, await Count());
    }

    /// <summary>A held form of somebody; its id.</summary>
    internal static async Task<string> Held(IServiceProvider services, string userName, DateTime? at = null)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlanDb>();
        var held = new Storage.Access.HeldFormRow
        {
            AccountId = (await db.Users.SingleAsync(a => a.UserName == userName)).Id, Path = Form, Fields = [new("title", "Nội dung")], HadFiles = false,
            At = at ?? TimeProvider.System.GetUtcNow().UtcDateTime,
        };
        db.HeldForms.Add(held);
        await db.SaveChangesAsync();
        return held.Id.ToString();
    }

    /// <summary>Opens the form, loses the session, and sends.</summary>
    private async Task<Page> SendLate(HttpClient client, string userName, string title)
    {
        var page = await client.Open(Form);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        await End(userName);
        var turned = await client.Fill(Form, page, "title", ("title", title), ("text", "Cần thêm kinh phí."), ("act", "raise"));
        Assert.Equal(HttpStatusCode.Redirect, turned.Status);
        return turned with { To = new Uri(new Uri("http://localhost"), turned.To!).PathAndQuery };
    }

    private Task<int> End(string userName) => host.InDb(db => db.SignInSessions.Where(s => db.Users.Any(a => a.UserName == userName && a.Id == s.AccountId))
        .ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, TimeProvider.System.GetUtcNow().UtcDateTime)));

    private Task<int> Count() => host.InDb(db => db.HeldForms.CountAsync());

    private Task<List<string>> Raised(string title) => host.InDb(db => db.Changes
        .Where(c => c.Entity == "difficulty" && c.What == "raise" && c.New!.Contains(title)).Select(c => c.New!).ToListAsync());
}
