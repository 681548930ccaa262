using QRCoder;

namespace Browser.Tests.Roadside;

/// <summary>The picture of a camera in front of a code: a film of one frame, for Chromium's fake camera (YUV4MPEG2, 4:2:0).</summary>
internal sealed class Film : IDisposable
{
    private const int Width = 640;
    private const int Height = 480;
    private const byte Paper = 220;
    private const byte Ink = 40;
    private const byte Table = 130;

    public Film(string text)
    {
        using var maker = new QRCodeGenerator();
        using var code = maker.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix;
        var (size, side) = (modules.Count, Height * 3 / 4);
        var grey = new byte[Width * Height];
        var (sin, cos) = (Math.Sin(0.3), Math.Cos(0.3));
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var (dx, dy) = (x - (Width / 2), y - (Height / 2));
                var (column, row) = (
                    (int)Math.Floor((((dx * cos) + (dy * sin)) / side * size) + (size / 2.0)),
                    (int)Math.Floor((((dy * cos) - (dx * sin)) / side * size) + (size / 2.0))
                );
                grey[(y * Width) + x] =
                    column < 0 || row < 0 || column >= size || row >= size ? Table
                    : modules[row][column] ? Ink
                    : Paper;
            }
        }

        using var file = File.Create(Path);
        file.Write("YUV4MPEG2 W640 H480 F10:1 Ip A1:1 C420jpeg\n"u8);
        for (var frame = 0; frame < 3; frame++)
        {
            file.Write("FRAME\n"u8);
            file.Write(grey);
            file.Write(Enumerable.Repeat((byte)128, Width * Height / 2).ToArray());
        }
    }

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"film-{Guid.NewGuid():N}.y4m");

    public void Dispose() => File.Delete(Path);
}
