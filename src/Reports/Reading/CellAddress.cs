namespace PlanTracker.Reports.Reading;

/// <summary>Addresses of cells: <c>B7</c>, <c>B7:D9</c>.</summary>
internal static class CellAddress
{
    private const int LastColumn = 16_384;
    private const int LastRow = 1_048_576;

    /// <summary>Column from 0 and row from 1; null when there is no such cell.</summary>
    public static (int Column, int Row)? Parse(ReadOnlySpan<char> address)
    {
        var (column, row, at) = (0, 0, 0);
        for (; at < address.Length && at < 3 && address[at] is >= 'A' and <= 'Z'; at++)
            column = (column * 26) + address[at] - 'A' + 1;
        if (address.Length - at is < 1 or > 7 || address[at] == '0')
            return null;
        for (; at < address.Length; at++)
        {
            if (!char.IsAsciiDigit(address[at]))
                return null;
            row = (row * 10) + address[at] - '0';
        }
        return column is >= 1 and <= LastColumn && row is >= 1 and <= LastRow ? (column - 1, row) : null;
    }

    /// <summary>A row's number; null when there is no such row.</summary>
    public static int? ParseRow(string text) => Parse("A" + text)?.Row;
}

/// <summary>Cells joined into one; only the first holds a value.</summary>
internal readonly record struct Area(int Left, int Top, int Right, int Bottom)
{
    /// <summary>Reads <c>B7:D9</c>; null when it is no area.</summary>
    public static Area? Parse(string reference)
    {
        var colon = reference.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && CellAddress.Parse(reference.AsSpan(0, colon)) is { } first && CellAddress.Parse(reference.AsSpan(colon + 1)) is { } last
            && first.Column <= last.Column && first.Row <= last.Row
            ? new(first.Column, first.Row, last.Column, last.Row) : null;
    }

    /// <summary>Whether a cell lies under it, without being its first.</summary>
    public bool Covers(int column, int row) =>
        column >= Left && column <= Right && row >= Top && row <= Bottom && (column != Left || row != Top);
}
