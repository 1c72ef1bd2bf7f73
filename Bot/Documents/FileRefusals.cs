namespace DisclosureBot.Documents;

/// <summary>Why a file is not taken in, in sentences that name it and say what to do instead.</summary>
public static class FileRefusals
{
    public static Refusal TooLarge(string name, int mostMegabytes) => Of(name, $"超过 {mostMegabytes} MB,未能接收。请压缩其中的图片,或者拆成几个文件后分别上传。");

    public static Refusal Empty(string name) => Of(name, "是空文件。请确认文件已保存完整,再重新上传。");

    public static Refusal NotAllowed(string name) => Of(name, $"不是可以接收的文件类型。请转换为下列类型之一后再上传:{FileKind.AllExtensions}。");

    public static Refusal Differs(string name, string content) => Of(name, $"的扩展名与内容不一致:内容是{content}。请用原来的软件打开,另存为相应的类型后再上传。");

    public static Refusal Program(string name) => Of(name, "是程序、脚本或快捷方式,不能接收。请只上传公文及其附件。");

    public static Refusal ProgramName(string name) => Of(name, "的文件名中带有程序的扩展名,容易误开,不能接收。请改用普通的文件名后再上传。");

    public static Refusal ProgramInside(string name, string part) => Of(name, $"里面夹带程序或脚本({part}),不能接收。请删除其中嵌入的程序后另存,再上传。");

    public static Refusal Macro(string name) => Of(name, "含有宏,不能接收。请另存为不含宏的文件(如 docx、xlsx、pptx 或 pdf)后再上传。");

    public static Refusal Encrypted(string name) => Of(name, "设有密码或者加密限制,无法检查。请取消密码和限制后另存,再上传。");

    public static Refusal Remote(string name) => Of(name, "引用了文件以外的模板、图片或对象,打开时会自动读取。请断开这些链接(图片请改为嵌入),另存后再上传。");

    public static Refusal Field(string name) => Of(name, "含有自动调用其他程序或文件的域(DDE、INCLUDETEXT、INCLUDEPICTURE 等),不能接收。请选中这些域,按 Ctrl+Shift+F9 转为普通文字后另存,再上传。");

    public static Refusal PdfScript(string name) => Of(name, "含有脚本或启动其他程序的动作,不能接收。请重新打印为 PDF 后再上传。");

    public static Refusal PdfAttachment(string name) => Of(name, "里面带有附件,无法逐一审查。请取出附件分别上传,正文重新打印为 PDF 后再上传。");

    public static Refusal PdfAction(string name) => Of(name, "含有动态表单,或者含有向外提交、调取数据、打开其他文件的动作,不能接收。请重新打印为 PDF 后再上传。");

    public static Refusal PdfOpaque(string name) => Of(name, "采用了少见的编码,无法检查。请另存为普通PDF后再上传。");

    public static Refusal Bomb(string name) => Of(name, "解压后过大或者层层嵌套过多,不能接收。请精简其中的图片和嵌入对象后再上传。");

    public static Refusal TwoInOne(string name) => Of(name, "里面不止一份内容,或者前后夹带其他数据,不同的软件打开看到的可能不一样,不能接收。请用原来的软件打开,另存后再上传。");

    public static Refusal Broken(string name) => Of(name, "已损坏或者不完整。请用原来的软件打开确认,另存后再上传。");

    public static Refusal TextEncoding(string name) => Of(name, "不是 UTF-8 或 GB18030 编码的纯文本。请在记事本中另存为 UTF-8 编码后再上传。");

    private static Refusal Of(string name, string why) => new(RefusalKind.Invalid, $"文件“{name}”{why}");
}
