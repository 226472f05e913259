using DocumentFormat.OpenXml.Wordprocessing;
using PlanTracker.Domain.News;
using A = DocumentFormat.OpenXml.Drawing;
using Drawn = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;

namespace PlanTracker.Reports.News;

/// <summary>A picture in the line of text, by its size in pixels; what it shows is told in its alternative text.</summary>
internal static class NewsDrawing
{
    private const long Pixel = 9525;
    private const long MostWide = 4_680_000;
    private const long MostHigh = 2_880_000;
    private const string Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture";

    public static Run Of(string id, NewsPicture picture, uint number)
    {
        var (wide, high) = Size(picture.Width * Pixel, picture.Height * Pixel);
        var name = $"Ảnh {number}";
        var shape = new Pic.Picture(
            new Pic.NonVisualPictureProperties(new Pic.NonVisualDrawingProperties { Id = number, Name = name }, new Pic.NonVisualPictureDrawingProperties()),
            new Pic.BlipFill(new A.Blip { Embed = id }, new A.Stretch(new A.FillRectangle())),
            new Pic.ShapeProperties(
                new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = wide, Cy = high }),
                new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }));
        return new Run(new Drawing(new Drawn.Inline(
            new Drawn.Extent { Cx = wide, Cy = high },
            new Drawn.DocProperties { Id = number, Name = name, Description = Form.SheetText.Safe(picture.Caption ?? picture.File) },
            new A.Graphic(new A.GraphicData(shape) { Uri = Uri }))
        {
            DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0,
        }));
    }

    private static (long Wide, long High) Size(long wide, long high)
    {
        var scale = Math.Min(1, Math.Min((double)MostWide / wide, (double)MostHigh / high));
        return (Math.Max(1, (long)(wide * scale)), Math.Max(1, (long)(high * scale)));
    }
}
