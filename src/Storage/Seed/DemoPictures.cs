namespace PlanTracker.Storage.Seed;

/// <summary>What a picture of the sample news shows.</summary>
internal enum DemoScene
{
    /// <summary>A counter of the one-stop office.</summary>
    Counter,
    /// <summary>A meeting.</summary>
    Meeting,
    /// <summary>People at a screen.</summary>
    Screen,
    /// <summary>A street with a banner.</summary>
    Outdoors,
}

/// <summary>Draws the pictures of the sample news: plain shapes, no photo of anybody.</summary>
internal static class DemoPictures
{
    private const int Width = 640;
    private const int Height = 400;
    private const int Skin = 0xE8B88F;
    private const int Dark = 0x2B3A4A;
    private static readonly int[] Clothes = [0x2F6FA8, 0xB5483A, 0x3D8C5A, 0xC98A1B, 0x6B5AA0, 0x1F8A8A];

    /// <summary>The bytes of a .png; the number makes each a little different.</summary>
    public static byte[] Draw(DemoScene scene, int number)
    {
        var picture = new PngPicture(Width, Height, 0xF4EFE6);
        switch (scene)
        {
            case DemoScene.Counter:
                Counter(picture, number);
                break;
            case DemoScene.Meeting:
                Meeting(picture, number);
                break;
            case DemoScene.Screen:
                Screen(picture, number);
                break;
            default:
                Outdoors(picture, number);
                break;
        }
        return picture.Bytes();
    }

    private static void Counter(PngPicture picture, int number)
    {
        picture.Box(0, 300, Width, 100, 0xC9BBA4);
        picture.Box(60, 30, 520, 46, 0x103A5C);
        for (var line = 0; line < 9; line++)
            picture.Box(90 + (line * 54), 46, 38, 14, 0xFFFFFF);
        for (var desk = 0; desk < 3; desk++)
            Person(picture, 140 + (desk * 180), 170, 1.1, number + desk);
        picture.Box(40, 240, 560, 80, 0x8A5A33);
        picture.Box(40, 240, 560, 10, 0xA9743F);
        for (var desk = 0; desk < 3; desk++)
            picture.Box(115 + (desk * 180), 208, 50, 32, Dark);
        Person(picture, 230, 300, 1.5, number + 3);
        Person(picture, 430, 300, 1.5, number + 4);
    }

    private static void Meeting(PngPicture picture, int number)
    {
        picture.Box(0, 0, Width, 230, 0xD9E4EC);
        picture.Box(150, 24, 340, 150, 0xA31F1F);
        picture.Box(190, 60, 260, 14, 0xFFE08A);
        picture.Box(220, 92, 200, 12, 0xFFE08A);
        picture.Box(0, 230, Width, 170, 0xB79F84);
        picture.Box(500, 150, 60, 90, 0x8A5A33);
        Person(picture, 530, 120, 0.9, number);
        for (var row = 0; row < 3; row++)
        {
            for (var seat = 0; seat < 8 - row; seat++)
                Person(picture, 50 + (row * 40) + (seat * (78 + (row * 8))), 250 + (row * 55), 0.8 + (row * 0.2), number + row + seat);
        }
    }

    private static void Screen(PngPicture picture, int number)
    {
        picture.Box(0, 290, Width, 110, 0xBFA98C);
        picture.Box(180, 50, 290, 180, Dark);
        picture.Box(192, 62, 266, 156, 0xEAF3FA);
        for (var line = 0; line < 5; line++)
            picture.Box(210, 82 + (line * 26), 120 + (line * 37 % 90), 12, line == number % 5 ? 0x2F6FA8 : 0xB9CBD8);
        picture.Box(300, 230, 50, 30, Dark);
        Person(picture, 120, 220, 1.6, number);
        Person(picture, 520, 220, 1.6, number + 1);
        picture.Box(60, 330, 520, 30, 0x8A5A33);
    }

    private static void Outdoors(PngPicture picture, int number)
    {
        picture.Box(0, 0, Width, 240, 0xBFE1F5);
        picture.Disc(560, 60, 34, 0xFFD75E);
        for (var house = 0; house < 4; house++)
        {
            picture.Box(30 + (house * 155), 120 + (house % 2 * 24), 120, 130, house % 2 == 0 ? 0xF3DFB8 : 0xE3C7A6);
            picture.Box(20 + (house * 155), 104 + (house % 2 * 24), 140, 18, 0xA24B35);
            picture.Box(72 + (house * 155), 190, 36, 60, 0x6F4A2C);
        }
        picture.Box(0, 250, Width, 150, 0x9FB68A);
        picture.Box(0, 300, Width, 100, 0x8E9299);
        picture.Box(150, 60, 340, 40, 0xA31F1F);
        picture.Box(190, 74, 260, 12, 0xFFE08A);
        for (var tree = 0; tree < 2; tree++)
        {
            picture.Box(140 + (tree * 350), 60, 8, 200, 0x6F4A2C);
            picture.Disc(144 + (tree * 350), 90, 44, 0x3D8C5A);
        }
        for (var person = 0; person < 4; person++)
            Person(picture, 110 + (person * 140), 270 + (person % 2 * 14), 1.3, number + person);
    }

    private static void Person(PngPicture picture, int x, int y, double size, int number)
    {
        var (head, shoulder) = ((int)(17 * size), (int)(30 * size));
        picture.Disc(x, y + head + shoulder, shoulder, Clothes[number % Clothes.Length]);
        picture.Box(x - shoulder, y + head + shoulder, 2 * shoulder, (int)(40 * size), Clothes[number % Clothes.Length]);
        picture.Disc(x, y - (head / 4), head, Dark);
        picture.Disc(x, y + (head / 5), (int)(head * 0.85), Skin);
    }
}
