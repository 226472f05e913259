using PlanTracker.Dashboard.Access;

namespace PlanTracker.Dashboard.Tests.Access;

public sealed class LocalPathTests
{
    [Theory]
    [InlineData("/bao-cao?period=2024-Q3", "/bao-cao?period=2024-Q3")]
    [InlineData("/", "/")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/a\r\nSet-Cookie: x", "/")]
    [InlineData("/dang-xuat", "/")]
    public void Sign_in_leads_only_to_paths_of_this_site(string? asked, string path) => Assert.Equal(path, LocalPath.Of(asked));

    [Theory]
    [InlineData(404, "Không tìm thấy trang")]
    [InlineData(403, "Tài khoản không có quyền xem trang này")]
    [InlineData(418, "Có lỗi ngoài ý muốn")]
    public void Each_error_has_its_own_words(int status, string title) => Assert.Equal(title, ErrorWords.Of(status).Title);
}
