namespace PlanTracker.Reports.Reading;

/// <summary>How much of a sent workbook is read before it is refused. Far above any honest file, far below what would trouble the server.</summary>
internal static class Limits
{
    /// <summary>Bytes of the file.</summary>
    public const long File = 10 * 1024 * 1024;

    /// <summary>Bytes of all parts together, unpacked and counted while reading: sizes written in the file are not trusted.</summary>
    public const long Unpacked = 64 * 1024 * 1024;

    /// <summary>A large part may not be more than so many times as large as it is packed.</summary>
    public const long Ratio = 200;

    /// <summary>Parts this small are not held to the ratio.</summary>
    public const long RatioFrom = 8 * 1024 * 1024;

    /// <summary>Parts of the package.</summary>
    public const int Parts = 500;

    /// <summary>Characters of a part's name.</summary>
    public const int PartName = 200;

    /// <summary>Levels of elements in a part.</summary>
    public const int Depth = 60;

    /// <summary>Characters of one tag or one text.</summary>
    public const int NodeCharacters = 256 * 1024;

    /// <summary>Tags and texts of a part.</summary>
    public const int Nodes = 5_000_000;

    /// <summary>Different names of elements, attributes and namespaces in a part.</summary>
    public const int Names = 5_000;

    /// <summary>Relationships of a part.</summary>
    public const int Relationships = 10_000;

    /// <summary>Shared texts.</summary>
    public const int SharedTexts = 500_000;

    /// <summary>Characters of all shared texts.</summary>
    public const int SharedCharacters = 16 * 1024 * 1024;

    /// <summary>Cell formats of the file.</summary>
    public const int Formats = 65_536;

    /// <summary>Rows that hold something.</summary>
    public const int Rows = 20_000;

    /// <summary>Cells that hold something.</summary>
    public const int Cells = 500_000;

    /// <summary>Tables of a document.</summary>
    public const int Tables = 200;

    /// <summary>Merged areas of a sheet.</summary>
    public const int Merges = 2_000;

    /// <summary>Columns of a table.</summary>
    public const int Columns = 100;

    /// <summary>Characters of a cell; Excel itself keeps no more.</summary>
    public const int CellCharacters = 32_767;

    /// <summary>Wrong cells named in one refusal.</summary>
    public const int NamedCells = 200;
}
