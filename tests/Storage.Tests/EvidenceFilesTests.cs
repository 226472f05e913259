using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Storage.Files;
using PlanTracker.TestKit;

namespace PlanTracker.Storage.Tests;

/// <summary>Files of evidence on disk.</summary>
public sealed class EvidenceFilesTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("evidence").FullName;
    private readonly EvidenceFolder folder;
    private readonly EvidenceFiles files;

    public EvidenceFilesTests() => (folder, files) = (new(root), new(new(root, 1024 * 1024), new(root)));

    public static TheoryData<string> Hostile => [.. HostileFiles.All.Keys];

    public static TheoryData<string, byte[]> Good => new()
    {
        { "Hợp đồng số 12.pdf", SampleFiles.Pdf() },
        { "báo cáo.docx", SampleFiles.Word() },
        { "BẢNG.XLSX", SampleFiles.Excel() },
        { "trình chiếu.pptx", SampleFiles.PowerPoint() },
        { "ảnh.jpg", SampleFiles.Jpeg() },
        { "ảnh.jpeg", SampleFiles.Jpeg(8000, 5000) },
        { "ảnh.png", SampleFiles.Png() },
        { "gói.zip", SampleFiles.Zip(("Ảnh/", []), ("Ảnh/một.jpg", SampleFiles.Jpeg()), ("biên bản.pdf", SampleFiles.Pdf()), ("b.docx", SampleFiles.Word())) },
        { "Ảnh cantho.gov.vn.png", SampleFiles.Png() },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public async Task A_good_file_is_kept_by_its_content_and_comes_back_as_it_was(string name, byte[] content)
    {
        var kept = (await Keep(name, content)).Value!;

        Assert.Equal((name, content.LongLength, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content))), (kept.Name, kept.Size, kept.Sha256));
        await using var back = files.Open(kept.Sha256)!;
        using var copy = new MemoryStream();
        await back.CopyToAsync(copy, TestContext.Current.CancellationToken);
        Assert.Equal(content, copy.ToArray());
        Assert.Single(AllFiles());
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task What_is_wrong_is_refused_and_leaves_nothing(string what)
    {
        var (name, content) = HostileFiles.All[what];

        var refusal = (await Keep(name, content)).Refusal;

        Assert.True(refusal?.Kind is RefusalKind.Unreadable or RefusalKind.UnknownType, what);
        Assert.Empty(AllFiles());
    }

    [Fact]
    public async Task The_same_content_under_two_names_is_kept_once()
    {
        var one = (await Keep("a.pdf", SampleFiles.Pdf())).Value!;
        var two = (await Keep("b.pdf", SampleFiles.Pdf())).Value!;

        Assert.Equal(one.Sha256, two.Sha256);
        Assert.Equal([folder.PathOf(one.Sha256)], AllFiles());
    }

    [Fact]
    public async Task Too_large_is_refused_by_what_comes_and_leaves_nothing()
    {
        Assert.Equal(RefusalKind.TooLarge, (await Keep("a.pdf", new byte[1024 * 1024 + 1])).Refusal!.Kind);
        Assert.Empty(AllFiles());
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        await Assert.ThrowsAsync<IOException>(() => files.Keep("a.pdf", new Breaking(SampleFiles.Pdf()), TestContext.Current.CancellationToken));

        Assert.Empty(AllFiles());
    }

    [Theory]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData(@"C:\Users\a\Hợp đồng.pdf", "Hợp đồng.pdf")]
    [InlineData("a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie: x=1.pdf")]
    [InlineData("a\"b'c.pdf", "a\"b'c.pdf")]
    [InlineData("h\u202Efdp.pdf", "hfdp.pdf")]
    [InlineData("Ho\u0323\u0302p.pdf", "Hộp.pdf")]
    [InlineData("con.pdf", "tep-con.pdf")]
    [InlineData(".pdf", "tep-pdf")]
    [InlineData("  tên   có cách .pdf ", "tên   có cách .pdf")]
    public void A_name_is_kept_as_text_only(string sent, string kept) => Assert.Equal(kept, FileNames.Clean(sent));

    [Fact]
    public void A_long_name_keeps_its_ending()
    {
        var kept = FileNames.Clean(new string('ă', 300) + ".pdf");

        Assert.Equal(200, kept.Length);
        Assert.EndsWith("ă.pdf", kept, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private Task<Result<EvidenceFile>> Keep(string name, byte[] content) => files.Keep(name, new MemoryStream(content), TestContext.Current.CancellationToken);

    private string[] AllFiles() => Directory.GetFiles(root, "*", SearchOption.AllDirectories);

    /// <summary>A line that drops after some bytes.</summary>
    private sealed class Breaking(byte[] content) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position > 0 ? throw new IOException("gone") : base.ReadAsync(buffer[..10], cancellationToken);
    }
}

/// <summary>What is swept, and how pieces of evidence find each other.</summary>
public sealed class EvidenceMarkTests(PostgresCluster postgres)
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task The_sweep_takes_what_has_no_row_and_is_older_than_a_day(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres, demo: true);
        var root = Directory.CreateTempSubdirectory("evidence").FullName;
        try
        {
            var folder = new EvidenceFolder(root);
            var files = new EvidenceFiles(new(root), folder);
            async Task<string> Kept(string text) => (await files.Keep("a.pdf", new MemoryStream(SampleFiles.Pdf(text)), default)).Value!.Sha256;
            var (orphan, young, used, attached) = (await Kept("một"), await Kept("hai"), await Kept("ba"), await Kept("bốn"));
            foreach (var old in new[] { orphan, used, attached })
                File.SetLastWriteTimeUtc(folder.PathOf(old), TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-2));
            await using (var part = folder.Begin())
                part.WriteByte(1);
            var factory = store.Services.GetRequiredService<IDbContextFactory<PlanDb>>();
            await using (var db = await factory.CreateDbContextAsync(TestContext.Current.CancellationToken))
            {
                var entry = await db.Entries.FirstAsync(TestContext.Current.CancellationToken);
                entry.Evidence.Add(new Evidence { Kind = EvidenceKind.File, File = new("a.pdf", EvidenceFileType.Pdf, 1, used) });
                var evidence = new Evidence { Kind = EvidenceKind.File, File = new("a.pdf", EvidenceFileType.Pdf, 1, attached) };
                db.Attachments.Add(new() { Id = evidence.Id, Entity = "task", OwnerId = Guid.NewGuid(), Evidence = evidence, Sha256 = attached });
                await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            }

            await new EvidenceSweep(factory, folder, store.Options, TimeProvider.System).Run(atStart: true, default);

            Assert.Equal((false, true, true), (File.Exists(folder.PathOf(orphan)), File.Exists(folder.PathOf(young)), File.Exists(folder.PathOf(used))));
            Assert.True(File.Exists(folder.PathOf(attached)));
            Assert.Equal(provider is StorageProvider.Sqlite ? 0 : 1, Directory.GetFiles(Path.Combine(root, "tmp")).Length);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Every_piece_of_evidence_has_its_row_and_goes_with_it(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres, demo: true);
        var factory = store.Services.GetRequiredService<IDbContextFactory<PlanDb>>();
        await using var db = await factory.CreateDbContextAsync(TestContext.Current.CancellationToken);
        var entries = await db.Entries.ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(entries.Sum(e => e.Evidence.Count), await db.EvidenceMarks.CountAsync(TestContext.Current.CancellationToken));

        var one = entries.First(e => e.Evidence.Count > 0);
        var gone = one.Evidence[0].Id;
        one.Evidence.RemoveAt(0);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        Assert.False(await db.EvidenceMarks.AnyAsync(m => m.EvidenceId == gone, TestContext.Current.CancellationToken));

        await db.EvidenceMarks.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        db.ChangeTracker.Clear();
        await EvidenceMark.Backfill(db, TestContext.Current.CancellationToken);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        Assert.Equal(entries.Sum(e => e.Evidence.Count), await db.EvidenceMarks.CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("https://www.Cantho.gov.vn/tin/1/?utm_source=zalo&id=2#top", "http://cantho.gov.vn/tin/1?id=2")]
    [InlineData("https://cantho.gov.vn:443", "https://cantho.gov.vn/")]
    public void Two_links_to_one_place_have_one_mark(string one, string two) => Assert.Equal(EvidenceLinks.Normal(one), EvidenceLinks.Normal(two));

    [Theory]
    [InlineData("https://cantho.gov.vn/a", "https://cantho.gov.vn/A")]
    [InlineData("https://cantho.gov.vn/?id=1", "https://cantho.gov.vn/?id=2")]
    [InlineData("https://a.vn/#/tin/1", "https://a.vn/#/tin/2")]
    public void Links_to_two_places_have_two(string one, string two) => Assert.NotEqual(EvidenceLinks.Normal(one), EvidenceLinks.Normal(two));
}
