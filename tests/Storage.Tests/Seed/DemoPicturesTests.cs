using PlanTracker.Domain.Progress;
using PlanTracker.Storage.Files;
using PlanTracker.Storage.Seed;

namespace PlanTracker.Storage.Tests.Seed;

/// <summary>The pictures that the sample year draws for itself.</summary>
public sealed class DemoPicturesTests
{
    [Fact]
    public void Every_scene_is_a_small_picture_that_the_judge_takes()
    {
        foreach (var scene in Enum.GetValues<DemoScene>())
        {
            var bytes = DemoPictures.Draw(scene, 3);
            var judged = FileJudge.Judge(new NamedFile("a.png", EvidenceFileType.Png), new MemoryStream(bytes));
            Assert.Equal((640, 400), (judged.Value!.Width, judged.Value.Height));
            Assert.InRange(bytes.Length, 1000, 30_000);
            Assert.Equal(bytes, DemoPictures.Draw(scene, 3));
            Assert.NotEqual(bytes, DemoPictures.Draw(scene, 4));
        }
    }
}
