using QRCoder;

namespace FilingApi.Tests.ClientApp;

/// <summary>
/// The page's own reader of codes, held to codes that another hand wrote (QRCoder): turned, tilted, in uneven light, with noise, as a
/// camera sees them.
/// </summary>
public sealed class CodeReadingTests(RoadsideVectorTests.Page page) : IClassFixture<RoadsideVectorTests.Page>
{
    private const int Width = 640;
    private const int Height = 480;

    private sealed record View(double Turn, double TiltX, double TiltY, double Fills, double Light, double Noise);

    [Fact]
    public async Task A_receipts_code_is_read_however_it_is_turned_and_tilted_by_up_to_thirty_degrees_both_ways()
    {
        var random = new Random(7);
        var views = Enumerable
            .Range(0, 48)
            .Select(n => new View(n * 7.5 * Math.PI / 180, Tilt(random), Tilt(random), 0.45 + (random.NextDouble() * 0.25), 0.5, 12))
            .ToList();
        var texts = views
            .Select((_, n) => $"https://{new string('x', n * 37 % 70)}.example.org/r/XW-430181117-20261124-{n:0000}?w=ABC234")
            .ToList();

        var pictures = views.Select((view, n) => Picture(texts[n], QRCodeGenerator.ECCLevel.M, view, random)).ToList();
        var read = await Read(pictures);

        Assert.Equal(texts, read);
    }

    [Fact]
    public async Task Every_level_and_size_is_read_and_damage_is_corrected()
    {
        var random = new Random(11);
        var cases = Enum.GetValues<QRCodeGenerator.ECCLevel>()
            .Where(level => level != QRCodeGenerator.ECCLevel.Default)
            .SelectMany(level =>
                new[] { 10, 25, 40, 60, 80, 100 }.Select(length => (Level: level, Text: $"XW-{new string('7', length)}?w=aB"))
            )
            .ToList();
        var plain = new View(0.2, 0, 0, 0.8, 1, 0);

        var read = await Read([.. cases.Select(of => Picture(of.Text, of.Level, plain, random))]);
        var mended = await Read([
            .. cases.Where(of => of.Level != QRCodeGenerator.ECCLevel.L).Select(of => Picture(of.Text, of.Level, plain, random, spots: 6)),
        ]);
        var digits = await Read([
            Picture("0123456789012345", QRCodeGenerator.ECCLevel.M, plain, random),
            Picture("DD-430181117-20261124-0001", QRCodeGenerator.ECCLevel.Q, plain, random),
        ]);

        Assert.Equal(cases.Select(of => of.Text), read);
        Assert.Equal(cases.Where(of => of.Level != QRCodeGenerator.ECCLevel.L).Select(of => of.Text), mended);
        Assert.Equal(["0123456789012345", "DD-430181117-20261124-0001"], digits);
    }

    [Fact]
    public async Task Where_there_is_no_code_nothing_is_read()
    {
        var random = new Random(13);
        var noise = new byte[Width * Height];
        random.NextBytes(noise);
        var half = Picture(
            "https://example.org/r/XW-430181117-20261124-0001?w=ABC234",
            QRCodeGenerator.ECCLevel.M,
            new View(0, 0, 0, 0.8, 1, 0),
            random
        );
        Array.Fill<byte>(half, 200, 0, half.Length / 2);

        Assert.Equal([null, null, null], await Read([noise, new byte[Width * Height], half]));
    }

    /// <summary>Up to 30°.</summary>
    private static double Tilt(Random random) => ((random.NextDouble() * 2) - 1) * Math.PI / 6;

    private async Task<IEnumerable<string?>> Read(IReadOnlyList<byte[]> pictures) => (
            await page.Says(
                codes: pictures.Select(grey => new
                {
                    width = Width,
                    height = Height,
                    grey = Convert.ToBase64String(grey),
                })
            )
        )["codes"]!.AsArray().Select(text => (string?)text);

    /// <summary>What a camera sees of the sheet: each pixel asks the plane behind it, four times, for its light.</summary>
    private static byte[] Picture(string text, QRCodeGenerator.ECCLevel level, View view, Random random, int spots = 0)
    {
        using var maker = new QRCodeGenerator();
        using var code = maker.CreateQrCode(text, level);
        var modules = code.ModuleMatrix;
        var size = modules.Count;
        for (var spot = 0; spot < spots; spot++)
        {
            modules[(size / 2) + (spot % 3) - 1][(size / 2) + (spot / 3)] ^= true;
        }

        var (sx, cx, sy, cy, sz, cz) = (
            Math.Sin(view.TiltX),
            Math.Cos(view.TiltX),
            Math.Sin(view.TiltY),
            Math.Cos(view.TiltY),
            Math.Sin(view.Turn),
            Math.Cos(view.Turn)
        );

        // The plane's two directions and the way to it, as the camera sees them; half a sheet is 1, the camera stands 3 away.
        var (u, v) = (
            (X: cy * cz, Y: (sx * sy * cz) + (cx * sz), Z: (-cx * sy * cz) + (sx * sz)),
            (X: -cy * sz, Y: (-sx * sy * sz) + (cx * cz), Z: (cx * sy * sz) + (sx * cz))
        );
        const double Away = 3;
        var focus = view.Fills * Height / 2 * Away;
        var grey = new byte[Width * Height];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                double light = 0;
                foreach (var (dx, dy) in new[] { (0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75) })
                {
                    var (a, b) = ((x + dx - (Width / 2)) / focus, (y + dy - (Height / 2)) / focus);

                    // i·u + j·v + (0, 0, Away) lies on the ray (a, b, 1).
                    var (p, q, r, s) = (u.X - (a * u.Z), v.X - (a * v.Z), u.Y - (b * u.Z), v.Y - (b * v.Z));
                    var det = (p * s) - (q * r);
                    var (i, j) = (((a * Away * s) - (q * b * Away)) / det, ((p * b * Away) - (a * Away * r)) / det);
                    var (column, row) = ((int)Math.Floor((i + 1) / 2 * size), (int)Math.Floor((j + 1) / 2 * size));
                    light +=
                        column < 0 || row < 0 || column >= size || row >= size ? 150
                        : modules[row][column] ? 40
                        : 225;
                }

                var shade = view.Light + ((1 - view.Light) * x / Width);
                grey[(y * Width) + x] = (byte)Math.Clamp((light / 4 * shade) + ((random.NextDouble() - 0.5) * 2 * view.Noise), 0, 255);
            }
        }

        return grey;
    }
}
