using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using PlanTracker.Api.Hosting.SignIn;
using PlanTracker.Storage;

namespace PlanTracker.Api.Hosting;

/// <summary>What happens around serving: folders, database, what the operator reads on the console.</summary>
internal static class Start
{
    private const string DefaultUrl = "http://localhost:5246";

    /// <summary>Where the host listens when nothing is set. In code, not in appsettings.json: there it would win over ASPNETCORE_URLS.</summary>
    public static void UseAddress(this WebApplicationBuilder builder, bool demo)
    {
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null && builder.Configuration["https_ports"] is null)
            builder.WebHost.UseUrls(DefaultUrl);
        if (demo && (builder.Configuration["urls"] ?? DefaultUrl).Split(';').Any(url => !IsLoopback(url)))
            throw new StartRefusedException("Dữ liệu mẫu chỉ chạy trên địa chỉ nội bộ: dùng --urls http://localhost:CỔNG.");
        if (demo && (builder.Configuration["http_ports"] ?? builder.Configuration["https_ports"]) is not null)
            builder.WebHost.UseUrls(DefaultUrl);
    }

    /// <summary>Makes folders, schema and start-up data.</summary>
    public static async Task PrepareData(this WebApplication app, HostSettings settings)
    {
        try
        {
            Directory.CreateDirectory(settings.Evidence.Path);
            if (settings.Storage.Provider is StorageProvider.Sqlite)
                Directory.CreateDirectory(Path.GetDirectoryName(new SqliteConnectionStringBuilder(settings.Storage.ConnectionString).DataSource)!);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"Không tạo hoặc không ghi được thư mục dữ liệu: {fault.Message}");
        }
        await Database.Prepare(app.Services, settings.Demo);
    }

    /// <summary>Serves until told to stop; before, says what the operator needs to know.</summary>
    public static async Task Serve(this WebApplication app, HostSettings settings)
    {
        try
        {
            await app.StartAsync();
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException || fault.GetBaseException() is SocketException)
        {
            throw new StartRefusedException($"Cổng đang được chương trình khác sử dụng: {fault.Message}");
        }
        catch (SocketException fault)
        {
            throw new StartRefusedException($"Không mở được cổng: {fault.Message}");
        }
        await Greet(app, settings);
        await app.WaitForShutdownAsync();
    }

    private static async Task Greet(WebApplication app, HostSettings settings)
    {
        var address = app.Services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? DefaultUrl;
        if (settings.Demo)
        {
            await Console.Out.WriteLineAsync($"Dữ liệu mẫu. Địa chỉ: {address}. Mọi tài khoản (admin, dieuphoi, baocao.snv, ...) có mật khẩu {Storage.Seed.Demo.Password}");
            return;
        }
        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<FirstSetUp>().Open(CancellationToken.None) is { } secret)
            await Console.Out.WriteLineAsync($"Chưa có quản trị. Mở liên kết này (dùng một lần) để tạo tài khoản đầu tiên: {address}/thiet-lap?ma={secret}");
    }

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri)
        && (uri.IsLoopback || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
}
