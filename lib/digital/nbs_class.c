/* Classes of the digital economy in China: the five categories and their 32 classes, in the order of their codes.
 *
 * Categories 01 to 04 are the core industries; 05 is the efficiency gained by other industries.  The official names are
 * Chinese; the English names are this library's. Subclasses (six digits) are not included.
 * Source: National Bureau of Statistics of China, Statistical Classification of the Digital Economy and Its Core
 * Industries (2021), order no. 33 of 27 May 2021.
 */
#include <smartkpi/digital.h>
#include <string.h>

static const struct category {
    const char *names[10][2]; /* English and Chinese names of the category, then of its classes */
} categories[] = {
    {{{"manufacture of digital products", "数字产品制造业"},
      {"computers", "计算机制造"},
      {"communication and radar equipment", "通讯及雷达设备制造"},
      {"digital media equipment", "数字媒体设备制造"},
      {"smart devices", "智能设备制造"},
      {"electronic components and equipment", "电子元器件及设备制造"},
      {"other manufacture of digital products", "其他数字产品制造业"}}},
    {{{"services for digital products", "数字产品服务业"},
      {"wholesale of digital products", "数字产品批发"},
      {"retail sale of digital products", "数字产品零售"},
      {"rental of digital products", "数字产品租赁"},
      {"repair of digital products", "数字产品维修"},
      {"other services for digital products", "其他数字产品服务业"}}},
    {{{"application of digital technology", "数字技术应用业"},
      {"software development", "软件开发"},
      {"telecommunication, broadcasting and satellite transmission", "电信、广播电视和卫星传输服务"},
      {"internet services", "互联网相关服务"},
      {"information technology services", "信息技术服务"},
      {"other application of digital technology", "其他数字技术应用业"}}},
    {{{"industries driven by digital factors", "数字要素驱动业"},
      {"internet platforms", "互联网平台"},
      {"internet wholesale and retail trade", "互联网批发零售"},
      {"internet finance", "互联网金融"},
      {"digital content and media", "数字内容与媒体"},
      {"construction of information infrastructure", "信息基础设施建设"},
      {"trade in data resources and property rights", "数据资源与产权交易"},
      {"other industries driven by digital factors", "其他数字要素驱动业"}}},
    {{{"efficiency gained by digitalisation", "数字化效率提升业"},
      {"smart agriculture", "智慧农业"},
      {"smart manufacturing", "智能制造"},
      {"smart transport", "智能交通"},
      {"smart logistics", "智慧物流"},
      {"digital finance", "数字金融"},
      {"digital trade", "数字商贸"},
      {"digital society", "数字社会"},
      {"digital government", "数字政府"},
      {"other efficiency gained by digitalisation", "其他数字化效率提升业"}}},
};

const char *skpi_digital_nbs_class_name(const char *code, int32_t chinese)
{
    if (!code || code[0] != '0' || code[1] < '1' || code[1] > '5' || chinese < 0 || chinese > 1) return NULL;
    const struct category *c = categories + (code[1] - '1');
    if (!code[2]) return c->names[0][chinese];
    if (code[2] != '0' || code[3] < '1' || code[3] > '9' || code[4]) return NULL;
    return c->names[code[3] - '0'][chinese];
}
